"""Forms about corrections and about what was done elsewhere."""
