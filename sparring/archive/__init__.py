"""Transcripts on the disk: places, journals, locks, scratch files."""
