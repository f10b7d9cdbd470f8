"""The wording of the demonstration modules, as plain data: one `MODULE` in each module's own file."""
