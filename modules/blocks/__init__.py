"""StreamField blocks: what a section can hold."""
