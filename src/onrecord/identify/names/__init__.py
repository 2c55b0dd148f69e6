"""Names as words: runs of capitals, the titles that stand with them, which two can be one person's."""
