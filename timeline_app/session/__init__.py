"""What is open and chosen, without widgets: library, selection, undo, imports, settings."""
