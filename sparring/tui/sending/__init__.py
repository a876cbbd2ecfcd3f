"""What leaves the machine: shown before it does, and asked about."""
