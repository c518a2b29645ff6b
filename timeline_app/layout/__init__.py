"""Where everything on the timeline goes: pure numpy and Python, no Qt."""
