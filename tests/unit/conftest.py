"""Property tests have no deadline: a machine that is busy with something else fails none of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")
