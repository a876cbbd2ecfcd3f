"""The team's OKRs as written: model, one reader per format, the diff of two versions."""
