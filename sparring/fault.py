"""One sentence for a fault that nobody foresaw: what happened, where, what is kept. No values: they may be the team's words."""

from pathlib import Path
from traceback import extract_tb


def sentence_for(error: BaseException) -> str:
    """Return what is shown instead of a traceback."""
    frames = [frame for frame in extract_tb(error.__traceback__) if "sparring" in Path(frame.filename).parts]
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return (
        f"Sparring met a fault of its own ({type(error).__name__}{place}). What was said before is kept. "
        "Try once more; if it happens again, leave, go on with `sparring resume`, and report this line."
    )
