"""Telling people and managers what is due, at most once a day."""
