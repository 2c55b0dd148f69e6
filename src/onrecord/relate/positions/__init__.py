"""Which position statements take on a question that the user follows."""

from onrecord.relate.positions.placing import positions

__all__ = ["positions"]
