"""What articles cannot both be right about: values, and whether two of them may both hold."""

from onrecord.relate.disagreements.clashes import agreements, clashes
from onrecord.relate.disagreements.facts import facts
from onrecord.relate.disagreements.reports import disagreements

__all__ = ["agreements", "clashes", "disagreements", "facts"]
