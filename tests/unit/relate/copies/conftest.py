"""Puts `harbor_articles` beside this file within reach of the tests of copies."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
