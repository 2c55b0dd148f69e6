"""extract: marks → statements with evidence. Knows quotation marks, nesting, kind and speech act."""

from onrecord.extract.reading import statements

__all__ = ["statements"]
