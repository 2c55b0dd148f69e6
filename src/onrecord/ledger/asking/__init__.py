"""Questions answered: filters as SQL, rows in order, words searched for."""
