"""Copies: which articles print another's text, whole, trimmed or in other words, and which was first."""

from onrecord.relate.copies.comparing import copies
from onrecord.relate.copies.fingerprints import fingerprints
from onrecord.relate.copies.lineage import Lineage, lineages
from onrecord.relate.copies.narration import story_sentences
from onrecord.relate.copies.spun import looks_machine_written

__all__ = ["Lineage", "copies", "fingerprints", "lineages", "looks_machine_written", "story_sentences"]
