"""The file and its tables: made, opened, migrated, written and read back, row by row."""
