"""The service as deployed. It imports the other packages; nothing imports it."""
