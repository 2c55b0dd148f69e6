"""How an actor's position moved: dated positions become points, points periods, and a shift lies between two periods."""

from onrecord.relate.shifts.finding import shifts

__all__ = ["shifts"]
