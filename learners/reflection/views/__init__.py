"""Screens of what a learner takes away."""
