"""The library in other programs' forms."""
