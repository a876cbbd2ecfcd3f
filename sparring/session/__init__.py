"""One bout being fought. Front ends open it (`open_bout`) and give its commands (`Session`)."""

from sparring.session.asking import partner_changed
from sparring.session.conducting import Session, open_bout
from sparring.session.recording import Journal, utc_now

__all__ = ["Journal", "Session", "open_bout", "partner_changed", "utc_now"]
