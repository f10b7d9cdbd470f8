"""What is held of a person: who sees it, who looked, their copy of it, and its end."""
