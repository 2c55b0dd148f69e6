"""Everything recomputed from what was kept, and compared."""
