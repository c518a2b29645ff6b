"""The shelf of what has no place on the timeline."""
