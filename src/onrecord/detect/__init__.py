"""detect: article → marks (source, cue and content spans, linked). Knows the neural model and its runtime.

`tagger.Tagger` reads a text; `weights.model_name` says what the model is called, without loading it (nothing is imported here,
since the runtime is slow to import).
"""
