"""The index of many transcripts: derived from the files alone, brought up to date by what changed, made anew when it is damaged."""
