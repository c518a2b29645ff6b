"""The timeline as a picture or a document: PNG, SVG, PDF and print, all by the canvas's painter."""
