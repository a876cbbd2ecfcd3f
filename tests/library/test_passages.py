"""Which sentences of a document can be cited, with which line and headings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.library.model import Passage
from sparring.library.passages import passages_of
from sparring.text import Source


def read(text: str) -> list[Passage]:
    return passages_of(Source("plan.md", text), "plan.md")


def texts(text: str) -> list[str]:
    return [passage.text for passage in read(text)]


def test_a_list_item_is_a_passage_with_its_file_line_and_headings() -> None:
    document = "# Plan 2027\n\n## Bets\n\n- Repair before resale.\n- Rent by the week,\n  never by the day.\n"
    assert read(document) == [
        Passage("P1", "plan.md", 5, "Repair before resale.", ("Plan 2027", "Bets")),
        Passage("P2", "plan.md", 6, "Rent by the week, never by the day.", ("Plan 2027", "Bets")),
    ]


def test_a_library_counts_on_over_its_documents() -> None:
    assert [passage.id for passage in passages_of(Source("b.md", "One thing.\n\nAnother thing."), "b.md", first=8)] == ["P8", "P9"]


def test_a_short_item_of_two_sentences_stays_whole() -> None:
    assert texts("- No resellers. They keep the customer's name to themselves.") == [
        "No resellers. They keep the customer's name to themselves."
    ]


def test_a_long_paragraph_is_cut_into_sentences_each_with_the_line_it_begins_on() -> None:
    document = (
        "Workshops order parts by phone, and whoever answers it writes the order on paper, so that\n"
        "nobody knows by Friday what has been sent. The paper is typed in on Monday. By then one order\n"
        "in nine has been sent twice, which costs both sides a second parcel and an apology.\n"
    )
    assert [(passage.line, passage.text.split()[0], passage.text.split()[-1]) for passage in read(document)] == [
        (1, "Workshops", "sent."),
        (2, "The", "Monday."),
        (2, "By", "apology."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We start with the shops that have the most parcels, e.g. Dr. Okafor's pharmacy, and look at them again on the 31. Mai.",
        "Wir beginnen mit Werkstätten, z. B. in Ulm, und prüfen im 3. Quartal, ob ca. 2.5 % der Teile zurückkommen, d. h. ob es trägt.",
        "A courier asked us last week: is this version 2.0 of the form, or may I use the one from before the holidays?",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    other = "The couriers said the same thing again in the autumn, all nineteen of them, without being asked about it."
    assert texts(f"{sentence} {other}") == [sentence, other]


def test_chinese_sentences_end_without_white_space() -> None:
    first = "我们先为小型维修店服务，因为他们每天都要打电话订购零件，而且没有人知道订单是否已经发出，也没有人知道包裹什么时候到达。"
    second = "大型连锁店有自己的系统，我们今年不为他们开发任何功能，也不参加他们的招标，直到小型店的订单流程稳定为止。"
    assert texts(first + second) == [first, second]


def test_lines_that_end_as_sentences_do_are_passages_of_their_own() -> None:
    document = "Bet 1 - The parcel arrives when the shop is open.\nBet 2 - Nobody types an order twice.\n"
    assert [(passage.line, passage.text) for passage in read(document)] == [
        (1, "Bet 1 - The parcel arrives when the shop is open."),
        (2, "Bet 2 - Nobody types an order twice."),
    ]


def test_marks_are_left_out_and_words_stay() -> None:
    assert texts("- **Fewer** [returns](https://x.example/a_(b)){:.c} of `part_number` lists, 5 * 3 <b>at</b> most[^1] \\*") == [
        "Fewer returns of part_number lists, 5 * 3 at most *"
    ]


def test_a_table_row_is_a_passage_and_its_head_and_rule_are_not() -> None:
    assert texts("| Bet | Why |\n|-----|:---:|\n| Small shops | they **pay** at once |\n| Couriers | |\n") == [
        "Small shops | they pay at once",
        "Couriers",
    ]


@pytest.mark.parametrize(
    "document",
    [
        "---\ntitle: Plan\nowner: Ada\n---\n",
        "+++\ntitle = 'Plan'\n+++\n",
        "```\nmake the plan\n```\n",
        "~~~ python\nprint('plan')\n~~~",
        "<!-- ask Ada\nabout this -->",
        "https://example.org/plan",
        "- <https://example.org/plan>",
        "[plan]: https://example.org/plan",
        "- [Our bets](#our-bets)",
        "- ~~Sell to resellers~~",
        "![the plan](plan.png)",
        "---\n\n***\n\n| --- | --- |",
        "# Only a heading",
        "- 42",
        "Last updated: 4 December 2026 by Jane",
        "**Owner:** Jane Doe",
        "Version 1.2",
        "Page 3 of 10",
        "© 2027 Parcels Ltd. All rights reserved.",
        "Stand: 12.11.2026",
        "Streng vertraulich",
        "Dernière mise à jour : 4 mars 2027",
        "Última actualización: 4 de marzo de 2027",
        "作者：张三",
        "最終更新 2027年3月4日",
        "- 4 Dec 2026\n- Q3 2027",
        "{{ table_of_contents }}",
        "- TOC\n{:toc}",
        "- [Roadmap](https://example.org/roadmap)\n- [Demo video](video.mp4)",
        "See [the plan of the couriers' team](plan.md) for details.",
        "",
        " \n\t\n",
    ],
)
def test_what_is_no_sentence_of_the_strategy_is_no_passage(document: str) -> None:
    assert texts(document) == []


@pytest.mark.parametrize(
    ("document", "headings"),
    [
        ("Plan\n====\n\nBets\n----\n\n- Small shops first\n", ("Plan", "Bets")),
        ("# Plan\n\n**Bets**\n\n- Small shops first\n", ("Plan", "Bets")),
        ("# Plan\n\n**Bets:**\n1. Small shops first\n", ("Plan", "Bets")),
        ("Bets\n- Small shops first\n", ("Bets",)),
        ("We bet on three things:\n\n* Small shops first\n", ("We bet on three things",)),
        ("- Bets:\n  - Small shops first\n", ("Bets",)),
        ("## Bets ##\n\n### Not now\n\n## Shops\n\nSmall shops first\n", ("Shops",)),
    ],
)
def test_every_way_to_write_a_heading_leads_the_path(document: str, headings: tuple[str, ...]) -> None:
    assert [(passage.text, passage.headings) for passage in read(document)] == [("Small shops first", headings)]


def test_a_lead_in_ends_with_its_list() -> None:
    assert read("We say no to\n- resellers\n\nOur shops are small.")[-1].headings == ()


def test_lines_count_as_the_source_counts_them() -> None:
    document = "One thing first.\r\n\r\n- with \x0b and \u2028 inside\r\n- the last item"
    source = Source("plan.md", document)
    for passage in passages_of(source, "plan.md"):
        assert passage.text.split()[0] in source.line_span(passage.line).of(document)


PIECES = st.sampled_from(
    [
        *"ab AB.\n;。垃",
        "\n\n",
        "- ",
        "# ",
        "**",
        "_",
        "`",
        "[",
        "](",
        ")",
        "|",
        ">",
        "~~",
        "<!--",
        "-->",
        "<b>",
        "---\n",
        "\\",
        "\r\n",
        "e.g. ",
        "\0",
    ]
)


@given(st.lists(PIECES, max_size=80).map("".join))
@settings(max_examples=300, deadline=None)
def test_a_passage_adds_and_changes_no_character_of_its_file(text: str) -> None:
    source = Source("plan.md", text)
    for passage in passages_of(source, "plan.md"):
        rest = iter(text[source.line_span(passage.line).start :])
        assert all(character in rest for character in passage.text if not character.isspace())


@pytest.mark.parametrize(
    "piece", ["[", "![", "](", "*", "_a", "`", "<a ", "<!-- ", "{:", "|", "a|b\n", "> ", "- ", "...", "a. ", "**a b**\n", "`" * 3 + "\n"]
)
def test_a_hundred_thousand_marks_are_read_in_one_pass(piece: str) -> None:
    read(piece * 100_000)


@pytest.mark.parametrize(
    "document",
    [
        "Page 3 gets half of all clicks",
        "Owners of small shops come first",
        "Status: 12 of 20 shops take part, the others wait",
        "Data: we measure every parcel that comes back",
        "Internal tools come second",
        "May 2027: Poland and Austria",
        "第3季度推出新产品",
        "See what couriers do before we build anything",
    ],
)
def test_what_only_begins_like_a_remark_about_the_page_is_a_passage(document: str) -> None:
    assert texts(document) == [document]


def test_a_line_that_is_a_link_and_says_something_is_a_passage() -> None:
    assert texts("- [Small shops pay at the door](bets/shops.md)") == ["Small shops pay at the door"]


def test_a_line_that_runs_through_all_pages_is_no_passage() -> None:
    pages = [f"Plan of the couriers' team\n\n- Ramp {number} opens earlier.\n- tbd\n\n" for number in range(3)]
    assert texts("".join(pages)) == ["Ramp 0 opens earlier.", "Ramp 1 opens earlier.", "Ramp 2 opens earlier."]
