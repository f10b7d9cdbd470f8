"""Figures to take away: files, evidence packs, and links to them by e-mail."""
