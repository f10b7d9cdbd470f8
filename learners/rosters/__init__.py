"""Staff lists as employers have them: read, compared, applied as one batch, undone."""
