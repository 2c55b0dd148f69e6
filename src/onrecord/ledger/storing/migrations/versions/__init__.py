"""The steps, one file each, numbered; a released step is never changed."""
