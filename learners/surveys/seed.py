"""The survey that every service begins with."""

NAME = "Sharing records: how it is for you"
INTRODUCTION = "There is no right answer. Say how it is where you work."

WHEN = ("When it helps, and getting to it", "when")
TRUST = ("Trust and quality", "trust")
PERMISSION = ("Knowing what is allowed", "permission")
CLIMATE = ("Support for sharing", "climate")

# Statement, its sub-scale with what low answers tell of, whether it is reversed. The order gives the numbers.
ITEMS = [
    ("I know when in my work the shared record could help.", WHEN, False),
    ("I can get to it quickly at that moment.", WHEN, False),
    ("I trust what I see enough to act on it after a check.", TRUST, False),
    ("I know what I am allowed to look at.", PERMISSION, False),
    ("I am confident explaining to a person why I am looking.", PERMISSION, False),
    ("People here support sharing information for someone's care.", CLIMATE, False),
    ("I worry about getting into trouble for sharing.", PERMISSION, True),
    ("Other organisations act on what we record.", TRUST, False),
    ("What I write is useful to the next person.", TRUST, False),
    ("My manager gives time to learn this.", CLIMATE, False),
    ("When the record is wrong I know how to get it fixed.", TRUST, False),
    ("Sharing information makes care better here.", CLIMATE, False),
]  # fmt: skip
