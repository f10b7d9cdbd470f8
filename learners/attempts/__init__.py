"""Taking a module."""
