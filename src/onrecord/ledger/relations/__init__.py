"""What is found between articles, kept: what compares is a `Relater`; here it is asked, and what it says is stored and shown."""
