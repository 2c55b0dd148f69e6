"""String tools: pure functions on strings, shared by the rooms."""
