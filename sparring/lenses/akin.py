"""Words of like meaning, as strategies and drafts use them for one and the same thing (`prompts/words/*/akin.txt`)."""

from functools import cache

from sparring.packaged import packaged


def akin_to(stem: str) -> frozenset[str]:
    """Return the stems that mean about the same as one, itself among them; none where it stands in no group."""
    return frozenset(other for group in groups_of(stem) for other in group)


def groups_of(stem: str) -> tuple[frozenset[str], ...]:
    """Return the groups of like meaning that a stem stands in, of all languages together: documents mix them."""
    return _groups().get(stem, ())


@cache
def _groups() -> dict[str, tuple[frozenset[str], ...]]:
    from sparring.library.words import bare, terms_of

    found: dict[str, list[frozenset[str]]] = {}
    for path in sorted((packaged("prompts") / "words").glob("*/akin.txt")):
        for line in path.read_text("utf-8").splitlines():
            group = frozenset(map(bare, terms_of(line.partition("#")[0])))
            for stem in group:
                found.setdefault(stem, []).append(group)
    return {stem: tuple(groups) for stem, groups in found.items()}
