"""Pages about agreements and what can be seen."""
