"""The referee's rules: time for one challenge, and how it grows with the length of hostile prose.

usage: python benchmarks/bench_referee.py

The first line is what a start pays for its first challenges, where forms are compiled as they are looked for, and for compiling all.
The time is that of the processor. Every doubt of the question bank is judged with a question of its lens, on a ground with numbers. Below
stand texts of 25,000 characters in which one thing is repeated, and how much longer four times as many take: about four is linear.
"""

import time
from collections.abc import Callable
from functools import partial
from itertools import cycle

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge, judge_prose, warm_up
from sparring.speech import LANGUAGES

GROUND = Ground(
    items=("Repairs finished on the first visit from 62% to 80%", "Hold 4 house meetings", "Tenants hear of a repair before they ask"),
    passage="Of 14 houses 3 lost tenants, and arrears rose from 40,000 to 55,000 euros.",
    bet="Half of the complaints are about waiting",
    answers=("We took 80 because the year before gave us 6 points.",),
)
REPEATED = {
    "letters": "a",
    "spaces": " ",
    "digits": "9",
    "shares": "20 % ",
    "changes": "from 20 to ",
    "offers": "you could instead ",
    "labels": "KR1 ",
    "open brackets": "[",
    "open quotes": '"abc def ghi ',
    "dots": "... ",
    "colons": "a: ",
    "letters apart": "i n ",
    "invisible": "i\u200bn",
    "other alphabets": "incr\u0435ase ",
    "struck through": "a\u0336",
}


def challenge_times() -> list[float]:
    times = []
    for language in LANGUAGES:
        for lens in packaged_catalogue(language):
            asked = cycle(line.text for lines in lens.questions.values() for line in lines)
            for doubt in lens.doubts:
                challenge = Challenge(Choice(lens.id, Anchor("draft")), doubt.text, next(asked), origin="model")
                start = time.process_time()
                judge(challenge, GROUND, language=language)
                times.append((time.process_time() - start) * 1e3)
    return sorted(times)


def prose_time(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    start = time.process_time()
    judge_prose(text, GROUND)
    return (time.process_time() - start) * 1e3


def time_of(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1e3


def main() -> None:
    question = "What would have to be different this time?"
    doubts = (
        "From 62% to 80% is a lot for one quarter.",
        "Nobody outside the team will notice, and it could be met by accepting fewer repairs.",
    )
    challenges = [Challenge(Choice("inputs", Anchor("draft")), doubt, question, origin="model") for doubt in doubts]
    first, second = (time_of(partial(judge, each, GROUND)) for each in challenges)
    print(f"first challenge {first:.1f} ms, second {second:.1f} ms, compiling the rest {time_of(warm_up):.0f} ms")
    times = challenge_times()
    half, nearly_all = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(f"{len(times)} challenges: half within {half:.2f} ms, 99 % within {nearly_all:.2f} ms (wanted: 2)")
    for name, unit in REPEATED.items():
        short, long = prose_time(unit, 25_000), prose_time(unit, 100_000)
        print(f"{name:<16} {short:8.1f} ms, four times as long {long / max(short, 0.1):5.1f} times as much")


if __name__ == "__main__":
    main()
