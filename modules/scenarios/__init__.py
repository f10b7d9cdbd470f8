"""Branching scenarios: a graph of situations, checked when it is published, walked by learners."""
