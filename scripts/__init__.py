"""What the Makefile runs: set-up, start, and a screen for the end-to-end tests."""
