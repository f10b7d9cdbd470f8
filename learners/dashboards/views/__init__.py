"""Screens of managers and network leads. What is not in somebody's scope does not exist for them."""
