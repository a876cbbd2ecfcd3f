"""The marks of items as shapes; colour only repeats what the shape says."""

from sparring.bout.marks import Mark

SHAPES: dict[Mark, str] = {
    "untouched": "·",
    "now": "◆",
    "revised": "✎",
    "keep": "=",
    "will-change": "✓",
    "park": "?",
    "skip": "–",
    "open": "○",
}
NAMES: dict[Mark, str] = {
    "untouched": "untouched",
    "now": "now",
    "revised": "revised",
    "keep": "kept",
    "will-change": "will change",
    "park": "parked",
    "skip": "skipped",
    "open": "open",
}
