"""Stand-ins for the outside world. They speak the real protocol, and have tests of their own."""
