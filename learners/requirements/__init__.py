"""Who must do which module, by when, and where each person stands."""
