"""The transcript's entries: event types, codec, hash chain, upgrade steps; pure."""
