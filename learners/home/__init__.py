"""What a person meets first: their next step, their learning, and whatever else is theirs to do."""
