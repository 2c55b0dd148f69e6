"""Pictures of every page, in light, dark and on a phone, to be looked at by a person.

.venv/bin/python tests/browser/shots.py FOLDER [page …]          (tests/browser/setup.sh first)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from looks import LOOKS, launched, pages
from serving import made, served


def main(folder: Path, wanted: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "story.db"
    if not kept.exists():
        made(kept)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play, launched(play) as browser:
        own = Path(scratch) / "story.db"
        own.write_bytes(kept.read_bytes())
        with served(own) as address:
            addresses = pages(browser, address)
            for name, path in addresses.items():
                if not wanted or name in wanted:
                    shoot(browser, address + path, folder / name)


def shoot(browser: Browser, address: str, to: Path) -> None:
    for look, options in LOOKS.items():
        context = browser.new_context(**options)
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        page.screenshot(path=f"{to}-{look}.png", full_page=True)
        print(f"{to.name}-{look}{'   IS WIDER THAN THE WINDOW' if wide else ''}")
        context.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])
