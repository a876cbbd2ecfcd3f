"""Sparring challenges a team's draft OKRs and never writes them."""

__version__ = "0.1.0"
