"""What persons say of statements, what they are asked next, and how often a sample that they checked is wrong."""
