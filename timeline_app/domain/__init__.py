"""What everything else speaks of: calendar arithmetic, time values, text spans, records. Standard library only."""
