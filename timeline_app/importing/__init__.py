"""Files into the library, in worker processes that may fail without harm."""
