"""Reading what is held of a person, who looked, and what stands against forgetting them."""
