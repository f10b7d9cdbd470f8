"""Three questions, some weeks after a module, for whoever wants them. They count for nothing."""
