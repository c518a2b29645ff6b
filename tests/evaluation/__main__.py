"""`python -m tests.evaluation [NAME...]`: print how good results are, keep build/eval.json."""

import sys
from pathlib import Path

from tests.measuring import ROOT, main

raise SystemExit(main(Path(__file__).parent, "eval_", ROOT / "build" / "eval.json", sys.argv[1:]))
