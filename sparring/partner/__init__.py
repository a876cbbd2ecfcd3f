"""Who chooses and words a challenge: planner or model, bank or model."""
