"""Screens of signing in by an employer's account."""
