"""Articles as entries of a table, a feed, of JSON or of XML."""
