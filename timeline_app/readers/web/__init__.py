"""Web pages, saved in whatever way: their article, and what they say of themselves."""
