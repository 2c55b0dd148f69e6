"""Charts as SVG, made on the server: they need no script, print as they are, and say in words what they show."""
