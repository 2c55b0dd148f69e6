"""Times `onrecord extract` over a compartment of PolNeAR as a user runs it, and prints each figure beside its floor.

    python benchmarks/speed.py [--corpus ../shared/corpora/polnear] [--runs 3] [--jobs 2] [--check]

Prints articles and words a second (median of the runs, the start included), the memory of all processes together at its
highest, the seconds until a single article is printed, the share of each room, and whether the output is the same whatever
else is in the run. With --check it exits 1 where a floor is missed. Linux; elsewhere the memory is not measured.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLES_A_SECOND, MEMORY_MB, START_SECONDS = 12.0, 700.0, 1.5
# Articles that are read alone as well, to compare the output.
ALONE = 8
# Seconds between two looks at the memory. A look makes the kernel walk every page: at 0.05 it cost a seventh of the speed, so the
# memory is watched in a run of its own, which is not timed.
LOOK = 0.25


def extract(path: Path, jobs: int | None, output: Path) -> float:
    """Seconds of one run, the start included."""
    command = _command(path, jobs, output)
    started = time.perf_counter()
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return time.perf_counter() - started


def highest_memory(path: Path, jobs: int | None, output: Path) -> float:
    """The highest memory (MB, all processes) of one run."""
    process = subprocess.Popen(_command(path, jobs, output))
    highest = 0.0
    while process.poll() is None:
        highest = max(highest, memory(process.pid))
        time.sleep(LOOK)
    return highest


def _command(path: Path, jobs: int | None, output: Path) -> list[str]:
    command = [sys.executable, "-m", "onrecord", "extract", str(path), "-o", str(output)]
    return [*command, "--jobs", str(jobs)] if jobs else command


def memory(pid: int) -> float:
    """Memory of a process and all below it, in MB: their proportional share (PSS), so that shared pages count once."""
    try:
        own = Path(f"/proc/{pid}/smaps_rollup").read_text()
        kilobytes = next(int(line.split()[1]) for line in own.splitlines() if line.startswith("Pss:"))
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, StopIteration):
        return 0.0
    return kilobytes / 1024 + sum(memory(int(child)) for child in children)


def rooms(path: Path) -> dict[str, float]:
    """Seconds that each room takes over the articles of a file, in one process."""
    from onrecord.clean import Given  # noqa: PLC0415
    from onrecord.pipeline import Pipeline, articles, provenance  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415
    from onrecord.surfaces.interchange import record_line  # noqa: PLC0415

    pipeline = Pipeline(provenance(Settings()))
    started = time.perf_counter()
    found = list(articles([path], Given(), Settings()))
    seconds = {"clean": time.perf_counter() - started}
    printing = 0.0
    for article in found:
        record = pipeline.read(article)
        started = time.perf_counter()
        record_line(record)
        printing += time.perf_counter() - started
    return seconds | pipeline.seconds | {"surfaces": printing}


def same_alone(rows: list[str], lines: list[str], folder: Path) -> bool:
    """Whether some articles, each read alone, give the statements they gave among the others."""
    for number in range(0, len(rows), max(1, len(rows) // ALONE)):
        alone, output = folder / "alone.jsonl", folder / "alone.out"
        alone.write_text(rows[number], "utf-8")
        extract(alone, None, output)
        if json.loads(output.read_text("utf-8"))["statements"] != json.loads(lines[number])["statements"]:
            return False
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpora/polnear"))
    parser.add_argument("--compartment", default="dev")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--check", action="store_true", help="exit 1 where a floor is missed")
    options = parser.parse_args()
    source = options.corpus / f"{options.compartment}.jsonl.xz"
    if not source.exists():
        print(f"No corpus at {source}: nothing to measure. Give --corpus.", file=sys.stderr)
        return 0
    with lzma.open(source, "rt", encoding="utf-8") as stored:
        articles = [json.loads(line) for line in stored]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [json.dumps({"text": one["text"], "outlet": one["publisher"]}, ensure_ascii=False) + "\n" for one in articles]
        path, output = folder / "all.jsonl", folder / "all.out"
        path.write_text("".join(rows), "utf-8")
        single = folder / "one.jsonl"
        single.write_text(rows[0], "utf-8")
        starts = [extract(single, None, folder / "one.out") for _ in range(options.runs)]
        runs = []
        outputs = set()
        for _ in range(options.runs):
            runs.append(extract(path, options.jobs, output))
            outputs.add(hashlib.sha256(output.read_bytes()).hexdigest())
        used = highest_memory(path, options.jobs, output)
        lines = output.read_text("utf-8").splitlines()
        same = len(outputs) == 1 and same_alone(rows, lines, folder)
        shares = rooms(path)
    seconds = statistics.median(runs)
    words = sum(len(one["text"].split()) for one in articles)
    figures = [
        ("articles a second", len(articles) / seconds, ARTICLES_A_SECOND, True),
        ("memory at most, MB", used, MEMORY_MB, False),
        ("seconds for one article, start included", statistics.median(starts), START_SECONDS, False),
    ]
    print(f"{len(articles)} articles, {words} words, {options.jobs} processes, median of {options.runs} runs")
    missed = not same
    for label, value, floor, at_least in figures:
        holds = value >= floor if at_least else value <= floor
        missed |= not holds
        print(f"{label:42} {value:8.2f}   ({'at least' if at_least else 'at most'} {floor:g}: {'holds' if holds else 'MISSED'})")
    print(f"{'words a second':42} {words / seconds:8.0f}")
    print(f"{'the same output, whatever else is in the run':42} {'yes' if same else 'NO'}")
    total = sum(shares.values())
    print("share of each room (one process): " + ", ".join(f"{room} {100 * part / total:.1f} %" for room, part in shares.items()))
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
