"""Doing things to the programme."""
