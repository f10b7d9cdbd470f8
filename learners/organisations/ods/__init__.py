"""ODS codes: what their shape hints at, and what the Organisation Data Service knows of them."""
