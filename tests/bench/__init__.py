"""Measurements of speed: each `bench_<name>.py` has `run() -> {benchmark: rows}`."""
