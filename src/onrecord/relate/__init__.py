"""relate: statements of many articles → copies, utterances, drift and disagreements. Knows comparison."""

from onrecord.relate.relater import Relater

__all__ = ["Relater"]
