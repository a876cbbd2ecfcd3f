"""What stands on most pages alike: headers, footers, page numbers. It says nothing about the page and must not be quoted as if it did."""

from collections import Counter
from collections.abc import Iterable, Sequence

_FEWEST_PAGES = 3


def repeated(pages: Sequence[Iterable[str]]) -> frozenset[str]:
    """Return the lines that stand on more than half of the pages, and on three at least."""
    counts = Counter(line for lines in pages for line in set(lines))
    return frozenset(line for line, count in counts.items() if count >= _FEWEST_PAGES and 2 * count > len(pages))
