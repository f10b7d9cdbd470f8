"""The store's resources over HTTP."""
