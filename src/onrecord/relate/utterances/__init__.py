"""Which statements report the same act of saying, and the utterances that they make."""

from onrecord.relate.utterances.grouping import groups
from onrecord.relate.utterances.linking import links
from onrecord.relate.utterances.placing import placed

__all__ = ["groups", "links", "placed"]
