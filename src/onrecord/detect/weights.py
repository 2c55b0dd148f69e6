"""Where the model's files are, and what the model is called."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from onrecord.vocabulary import ModelError

FOLDER = Path(__file__).parent / "model"
ENCODER = "tagger.onnx"
DECODER = "tagger.json"
TOKENIZER = "tokenizer.json"


@cache
def model_name(folder: Path = FOLDER) -> str:
    """What the model of a folder is called in the provenance: "tagger-" and the start of the SHA-256 of its file.

    Raises ModelError where the file is missing.
    """
    try:
        with (folder / ENCODER).open("rb") as file:
            return f"tagger-{hashlib.file_digest(file, 'sha256').hexdigest()[:12]}"
    except OSError as error:
        raise ModelError(f"The model {folder / ENCODER} cannot be read ({error.strerror}). Install onrecord again.") from error
