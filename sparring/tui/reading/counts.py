"""How much was read, in words."""

from sparring.draft.model import Draft


def counted(draft: Draft) -> str:
    """Return how many items there are: "2 objectives, 6 key results"; "" for none."""
    counts = ((len(draft.objectives), "objective"), (sum(1 for _ in draft.key_results()), "key result"))
    return ", ".join(how_many(count, name) for count, name in counts if count)


def how_many(count: int, name: str) -> str:
    """Return a number with its noun: "1 line", "3 lines"."""
    return f"{count} {name}{'' if count == 1 else 's'}"
