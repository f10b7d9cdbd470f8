"""What people do: signing in, belonging to organisations, taking modules, and what others see of it."""
