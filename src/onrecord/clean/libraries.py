"""The third-party readers of this room, narrowed: imported when first used, typed, silent, and never raising."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_Result = TypeVar("_Result")
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer", "py3langid", "readability")


def guarded(call: Callable[[], _Result]) -> _Result | None:
    """What the call gives, or None where it raises anything at all: no page may stop a run."""
    _hush()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return call()
        except Exception:
            return None


def parse_page(text: str) -> HtmlElement | None:
    """The tree of a page, comments and processing instructions left out, or None where there is none."""

    def call() -> HtmlElement:
        from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)

    return guarded(call)


def main_body(tree: HtmlElement) -> HtmlElement | None:
    """The main text of a page as trafilatura's own tree: `p`, `head`, `quote`, `list`/`item`, `table`/`row`/`cell`, `lb`."""

    def call() -> HtmlElement | None:
        from trafilatura import bare_extraction  # noqa: PLC0415

        document = bare_extraction(tree, include_comments=False, with_metadata=False)
        return getattr(document, "body", None)

    return guarded(call)


def page_day(tree: HtmlElement) -> str | None:
    """The day of publication that htmldate finds in a page's mark-up (YYYY-MM-DD); it does not guess from the text."""

    def call() -> str | None:
        from htmldate import find_date  # noqa: PLC0415

        return find_date(tree, extensive_search=False, original_date=True)

    return guarded(call)


def guess_encoding(data: bytes) -> str | None:
    """The encoding that charset-normalizer finds most plausible, or None."""

    def call() -> str | None:
        from charset_normalizer import from_bytes  # noqa: PLC0415

        best = from_bytes(data).best()
        return best.encoding if best else None

    return guarded(call)


def guess_language(text: str) -> tuple[str, float] | None:
    """The ISO 639-1 code of the likeliest language and its probability, or None."""

    def call() -> tuple[str, float]:
        code, confidence = _identifier()(text)
        return str(code), float(confidence)

    return guarded(call)


@cache
def _identifier() -> Callable[[str], tuple[str, float]]:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    classify: Callable[[str], tuple[str, float]] = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).classify
    return classify


@cache
def _hush() -> None:
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
