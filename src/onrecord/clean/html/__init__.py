"""Pages: HTML -> the article's text with the zones that mark-up tells, and what the page says of itself."""

from onrecord.clean.html.page import Page, read_page

__all__ = ["Page", "read_page"]
