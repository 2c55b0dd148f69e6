"""Articles coming in: what is new in each, what it leaves out, what is shown then, what was rejected."""
