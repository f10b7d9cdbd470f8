"""Staff lists as files: CSV and Excel in, clean lines and plain faults out. Nothing else of a file is kept."""
