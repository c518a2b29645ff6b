"""The timeline's widgets: canvas, overview strip, legend, and the view that holds them."""
