"""The coach's screens: many bouts, one bout as it went, and what they have in common."""
