"""identify: statements → speakers, actors and days, each with a reason. Knows names, titles, offices and time phrases."""

from onrecord.identify.when.days import with_days
from onrecord.identify.who.reading import Identified, identified

__all__ = ["Identified", "identified", "with_days"]
