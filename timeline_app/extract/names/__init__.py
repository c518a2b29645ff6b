"""People, places and organisations of a text, and whom a pronoun stands for."""
