"""Signing in with an employer's own account, by OpenID Connect."""
