"""Sharing a bout with a coach: what stays with the team, and where the copy goes."""
