"""surfaces: how people reach onrecord (command line, exports). May import every room; nothing imports it."""
