"""What narrows the view: chips, search, ticks in the menus."""
