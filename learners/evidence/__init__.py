"""What was learned elsewhere, accepted here; and correcting what was recorded wrongly."""
