"""Doing one thing for many people at once: reminding, asking, exempting."""
