"""People, places and organisations in the window."""
