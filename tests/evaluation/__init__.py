"""Measurements of quality: each `eval_<name>.py` has `run() -> {benchmark: rows}`."""
