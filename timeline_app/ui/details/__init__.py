"""What is known of an article, to be looked at and corrected."""
