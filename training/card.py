"""Writes the model card from what the evaluation printed as JSON.

python training/card.py --figures dev.json --names names.json --sample sample.json --out src/onrecord/detect/model/MODEL_CARD.md
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

CARD = """<!-- Made by training/card.py from the figures of training/evaluate.py: do not edit. -->

# Model card: {model}

**What it does.** Marks, in English news text, who is said to have said, thought, wanted or done something with words
(source), the words that report it (cue), and what is reported (content), and links each source and content to its cue. Marks
the names of persons, organisations, places and others.

**What it is.** The encoder all-MiniLM-L6-v2 (22 M parameters, six layers, uncased WordPiece) with two inputs added to each
piece (letter case; whether it stands in quotation marks), a labelling head with a linear-chain CRF, a linking head
that scores pairs of span and cue by their end pieces, their rank and their distance, and a head that labels names; one pass for
all. It is the student of two networks of its own size. Quantised to int8 (dynamic, weights per channel), {megabytes:.1f} MB;
runs on the CPU with onnxruntime. One window at a time, unpadded, on one thread: the same text gives the same marks, whatever
else is read. Processors of another kind may give slightly other scores.

**Meant for** reading news articles into a record that a person checks. **Not meant for** deciding alone that someone said
something; languages other than English; poetry, fiction, legal transcripts, chat.

## Data and licences

- Trained on PolNeAR 1.0 (Newell, Margolin, Ruths: "An Attribution Relations Corpus for Political News", LREC 2018), train
  compartment: 840 articles of seven United States outlets, November 2015 to October 2016. Where an article has several
  annotators, each reading is one example. The corpus is not part of this package; the weights hold no text.
- Names: GUM (Zeldes 2017), the genres under open licences, train compartment, gold; and the machine annotation of names in
  PolNeAR.
- Encoder: sentence-transformers/all-MiniLM-L6-v2, Apache-2.0.
- The weights: Apache-2.0, as onrecord.

## Figures

`make quality` prints them: int8, through `onrecord extract`, on PolNeAR's {compartment} compartment ({articles} articles,
{attributions} attributions), against the first annotator. In brackets: 95 % interval, bootstrap over articles. No part of the
compartment was trained on; {tuned}

| measure | F1 (or as named) | 95 % |
|---|---|---|
{rows}

By outlet (exact F1):

| outlet | source | cue | content | linked |
|---|---|---|---|---|
{outlets}

Names (`make quality`; exact F1, ends and kind, on GUM's dev compartment: {documents} documents, {named} names):

| measure | F1 | 95 % |
|---|---|---|
{names}

Out of domain (`python training/evaluate_sample.py`): {sampled} attributions in runs of paragraphs of GUM's news and interviews,
marked by hand by one reader who had seen no prediction; the names of these texts were trained on, their attributions were not.

| measure (F1) | news | interviews | both | 95 % (both) |
|---|---|---|---|---|
{sample}

For comparison: two trained annotators agree (exact F1) at source 0.777, cue 0.705, content 0.657, and 0.559 on whole
attributions.

## Known failures

- Cues that are nouns or adjectives ("skepticism of", "is expected"), and attitudes told without a verb of saying, are
  missed most; speech with quotation marks least (see the rows by kind).
- Where indirect speech ends is often a matter of opinion: contents are cut or run on by a clause ("…, conceding that").
- A second verb with the same subject ("said … and warned …") has no source of its own in the training data; its speaker
  is inferred by a rule in `identify`.
- Attributions never cross a paragraph, but for quotations that run on or follow a colon (rules in `extract`).
- Statements inside statements are not in the training data; they are found by reading a content by itself, and only the surest
  are kept.
- All training text is from United States outlets of one election year; other varieties of English, machine-translated text and
  transcripts are read less well. The names of that year's politicians are more familiar to it than others.
"""

TUNED = "the epoch was chosen on it (five to choose from), and the rules of `extract` were looked at on it."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--sample", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    measured = json.loads(options.figures.read_text("utf-8"))
    rows = (
        f"| {name} | {one['value']:.3f} | {one['low']:.3f} to {one['high']:.3f} |" for name, one in measured["figures"].items()
    )
    outlets = (
        f"| {name} | " + " | ".join(f"{figures[role]:.3f}" for role in ("source", "cue", "content", "linked")) + " |"
        for name, figures in measured["outlets"].items()
    )
    named = json.loads(options.names.read_text("utf-8"))
    sample = json.loads(options.sample.read_text("utf-8"))
    genres = ("news", "interview", "both")
    card = CARD.format(
        documents=named["documents"],
        named=named["names"],
        names="\n".join(
            f"| {name} | {one['value']:.3f} | {one['low']:.3f} to {one['high']:.3f} |" for name, one in named["figures"].items()
        ),
        sampled=sample["attributions"],
        sample="\n".join(
            f"| {name} | "
            + " | ".join(f"{sample['figures'][genre][name]['value']:.3f}" for genre in genres)
            + f" | {one['low']:.3f} to {one['high']:.3f} |"
            for name, one in sample["figures"]["both"].items()
        ),
        model=measured["model"],
        megabytes=(options.out.parent / "tagger.onnx").stat().st_size / 1e6,
        compartment=measured["compartment"],
        articles=measured["articles"],
        attributions=measured["attributions"],
        tuned=TUNED,
        rows="\n".join(rows),
        outlets="\n".join(outlets),
    )
    options.out.write_text(card, "utf-8")


if __name__ == "__main__":
    main()
