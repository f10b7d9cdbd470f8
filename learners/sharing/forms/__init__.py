"""What people fill in about agreements and the matrix."""
