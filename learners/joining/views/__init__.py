"""Screens of joining."""
