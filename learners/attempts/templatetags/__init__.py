"""Template tags for what an author previews."""
