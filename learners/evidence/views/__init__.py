"""Screens of administrators who correct records and accept what was done elsewhere, and of who put it forward."""
