"""What is written of surveys."""
