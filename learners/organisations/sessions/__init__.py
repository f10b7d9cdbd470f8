"""Shared computers: how long a sign-in lasts, what ends it, and what is held then. See docs/shared-computers.md."""
