"""How a text tells: what happened, who speaks, how sure, and what time it has come to."""
