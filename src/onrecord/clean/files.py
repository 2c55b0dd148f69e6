"""Which files under the paths that a user gives are articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.clean.formats import SUFFIXES

# Files of a folder that stand beside articles and are none, by their names without suffix, in lower case.
_BESIDE_ARTICLES = frozenset(
    "readme license licence copying notice changelog contributing authors credits why truth meta".split()
)


def article_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read, in order: a file as it is given; a folder walked to the bottom, sorted by name.

    In a folder, files with the suffix of a format that is read are taken (`formats.SUFFIXES`); hidden files and folders, links
    to folders, and files that stand beside articles (README, LICENSE, WHY, meta.csv…) are passed over. A path that does not
    exist, a link of an article's name that leads nowhere or a folder that cannot be listed is yielded as it is, and `read_path`
    says why it cannot be read.
    """
    for path in paths:
        yield from _walk(path) if _is_folder(path) else (path,)


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            if not entry.is_symlink():
                yield from _walk(entry)
        elif _is_article(entry):
            yield entry


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a folder above it may not be entered
        return False


def _is_article(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES or path.stem.lower() in _BESIDE_ARTICLES:
        return False
    try:
        return path.is_file() or (path.is_symlink() and not path.exists())
    except OSError:
        return True
