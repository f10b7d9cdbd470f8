"""What changes agreements and the matrix."""
