"""Views of the access queue."""
