"""What the window is made of: bars, panels, what floats over it, what it remembers."""
