"""How a ledger becomes one of the present version, step by step; run by opening it."""
