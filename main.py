"""Start Timeline App from a checkout: the same as the installed `timeline-app` command."""

import multiprocessing

if __name__ == "__main__":
    # A frozen build starts its worker processes through this very file.
    multiprocessing.freeze_support()

    from timeline_app.app import main

    raise SystemExit(main())
