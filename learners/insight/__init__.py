"""What educators learn of their content: how questions do, and what is covered for whom."""
