"""Screens on which reports are asked for. What is not in somebody's scope does not exist for them."""
