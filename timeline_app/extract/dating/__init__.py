"""What a date belongs to: a clause, a noun, a participle."""
