"""What a staff list would do, decided without a database."""
