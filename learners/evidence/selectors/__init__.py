"""Reading what was corrected, what is accepted from elsewhere, and what waits to be decided."""
