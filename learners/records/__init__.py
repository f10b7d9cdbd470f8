"""What happened, append-only, and the completions that come of it."""
