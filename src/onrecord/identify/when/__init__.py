"""When: the day on which each statement was made, from the words about it, the occasion, or the day of publication."""
