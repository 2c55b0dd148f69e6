"""The questions that a user follows: what a `Placer` says of each statement and each actor, kept, judged and shown."""
