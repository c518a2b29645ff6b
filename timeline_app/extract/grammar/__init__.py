"""Sentences taken apart without a model: words, tags, clauses, their subjects."""
