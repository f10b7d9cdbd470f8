"""Coming in without a work e-mail address: join codes, their posters, and the way in."""
