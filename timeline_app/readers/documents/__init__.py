"""Documents of word processors, books and PDF."""
