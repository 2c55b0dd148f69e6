"""Which paragraphs of a text are title, byline, caption, pull quote or boilerplate; one kind of evidence in each file.

Precision comes first: a paragraph of the article taken for boilerplate loses its statements.
"""

from onrecord.clean.zones.byline import authors_of
from onrecord.clean.zones.lines import Line, lines_of
from onrecord.clean.zones.mark import mark
from onrecord.clean.zones.title import title_of

__all__ = ["Line", "authors_of", "lines_of", "mark", "title_of"]
