"""Writing what is asked."""
