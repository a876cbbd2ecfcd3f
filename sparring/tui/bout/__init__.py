"""The bout screen: the team's draft, the conversation, and the box for its answers."""
