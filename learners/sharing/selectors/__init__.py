"""What is agreed, and what can be seen where."""
