"""The angles from which a draft is challenged: catalogue, detectors, findings."""
