"""`python -m tests.bench [NAME...]`: print how fast things are, and keep it in build/bench.json."""

import sys
from pathlib import Path

from tests.measuring import ROOT, main

raise SystemExit(main(Path(__file__).parent, "bench_", ROOT / "build" / "bench.json", sys.argv[1:]))
