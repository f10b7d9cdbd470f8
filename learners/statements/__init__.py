"""The same history as xAPI statements, and their way to a record store."""
