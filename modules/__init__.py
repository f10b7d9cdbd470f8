"""What educators make: pages, blocks, questions, and Editions. It knows nothing of learners."""
