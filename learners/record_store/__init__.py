"""The record store of the service: xAPI 1.0.3 and 2.0.0."""
