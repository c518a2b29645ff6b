"""Calendar arithmetic, time values, text spans, records. Standard library only."""
