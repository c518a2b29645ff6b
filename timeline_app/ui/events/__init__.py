"""The list of events, grouped by year: also the accessible twin of the painted timeline."""
