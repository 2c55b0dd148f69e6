"""clean: bytes -> `Article`, or a `Rejection` with its reason. Knows formats, encodings, boilerplate.

`read_path` reads a file, `read_bytes` what was piped in, `article_files` finds the files of a folder. `Given` is what
the user says of an article; `CleanSettings` are the thresholds.

For a plain-text or Markdown file `Article.text` is the decoded file unchanged (a byte order mark is no part of the text); for
a page it is the main text, a block for each paragraph; for a line of JSON Lines it is the string in it. What is not body text is
marked with zones and never cut.
"""

from onrecord.clean.files import article_files
from onrecord.clean.formats import SUFFIXES, Format
from onrecord.clean.read import read_bytes, read_path
from onrecord.clean.settings import CleanSettings, Given

__all__ = ["SUFFIXES", "CleanSettings", "Format", "Given", "article_files", "read_bytes", "read_path"]
