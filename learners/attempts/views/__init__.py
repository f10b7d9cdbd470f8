"""Screens of a learner in a module."""
