"""How the reports of one utterance differ: the fullest, the earliest, typed drift, and the words side by side."""

from onrecord.relate.drift.comparing import compared, drift
from onrecord.relate.drift.diffing import Difference, Part, differences

__all__ = ["Difference", "Part", "compared", "differences", "drift"]
