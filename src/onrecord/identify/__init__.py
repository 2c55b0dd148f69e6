"""identify: statements → speakers, each with a reason. Knows names, titles and roles."""

from onrecord.identify.speakers import with_speakers

__all__ = ["with_speakers"]
