"""Start Timeline App from a checkout: the same as the installed `timeline-app` command."""

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A frozen build starts its worker processes through this very file.
        import multiprocessing

        multiprocessing.freeze_support()

    from timeline_app.app import main

    raise SystemExit(main())
