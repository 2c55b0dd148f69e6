"""Fetches axe-core, one pinned version of it, from the npm registry into a folder that git does not keep; no node is needed."""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tarfile
import urllib.request
from pathlib import Path

VERSION = "4.14.1"
SHA512 = (
    "1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b73"
    "4f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5"
)
ADDRESS = f"{os.environ.get('NPM_REGISTRY', 'https://registry.npmjs.org').rstrip('/')}/axe-core/-/axe-core-{VERSION}.tgz"
KEPT = Path(__file__).parents[2] / ".cache" / f"axe-core-{VERSION}.min.js"


def main() -> None:
    if KEPT.exists():
        return
    try:
        with urllib.request.urlopen(ADDRESS, timeout=60) as answer:
            packed = answer.read()
    except OSError as error:
        sys.exit(f"tests/browser/axe.py: {ADDRESS} cannot be fetched ({error}); NPM_REGISTRY names another registry")
    if hashlib.sha512(packed).hexdigest() != SHA512:
        sys.exit(f"tests/browser/axe.py: {ADDRESS} is not the file whose hash is pinned here")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found = archive.extractfile("package/axe.min.js")
        assert found is not None, "axe-core without axe.min.js"
        KEPT.parent.mkdir(exist_ok=True)
        part = KEPT.with_suffix(".part")
        part.write_bytes(found.read())
        part.replace(KEPT)


if __name__ == "__main__":
    main()
