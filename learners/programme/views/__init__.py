"""What leads, managers and administrators meet."""
