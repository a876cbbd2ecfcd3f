"""Sentences that must never reach the screen, about the draft of `GROUND` and `GROUND_DE`: goals, metrics, targets and edits, outright."""

from sparring.challenge import Ground

GROUND = Ground(
    items=(
        "Readers come because they like to",
        "Waiting time at the counter falls from 45 to 30 minutes",
        "24% of the readers return within a month",
        "Launch the new reservation page",
    ),
    passage="Seven of 12 branches close at noon.",
    answers=("We counted 45 minutes on two Saturdays.",),
)
GROUND_DE = Ground(
    items=(
        "Leserinnen kommen, weil sie gern kommen",
        "Wartezeit am Schalter sinkt von 45 auf 30 Minuten",
        "24 % der Leserinnen kommen binnen eines Monats wieder",
        "Neue Reservierungsseite veröffentlichen",
    ),
    passage="Sieben von 12 Filialen schließen mittags.",
    answers=("Wir haben an zwei Samstagen 45 Minuten gezählt.",),
)

ENGLISH = (
    # labels
    "KR4: Raise repeat visits among families to 40% by June.",
    "Objective: Make the library the first place people think of.",
    "Key result 2 - Cut the counter queue to 20 minutes by May.",
    "New KR: 300 first-time readers a month.",
    "Metric: share of readers who return within two weeks.",
    "Target: 60% of the branches open until eight.",
    "O1 = Readers choose us over streaming. KR1 = 500 evening loans a week.",
    # imperatives
    "Increase the number of returning readers from 24% to 36% by the end of the quarter.",
    "Reduce no-shows for reserved books by half before Easter.",
    "Track how many readers borrow a second book in their first month.",
    "Measure the share of reservations collected within three days.",
    "Reach 1,000 evening visits a month in the branches that close at noon.",
    "Aim for 15 minutes at the counter on Saturdays.",
    "Set the target at 50% returning readers.",
    "Grow weekend visits by 25% through longer hours.",
    # examples and suggestions
    "A result would sound different, e.g. readers collect 80% of their reservations within two days.",
    "For example: Families visit twice a month instead of once.",
    "Such as: 70% of new readers borrow again within six weeks.",
    "You could write: Readers find a seat within five minutes on any day.",
    "How about: Halve the queue at the counter on Saturdays by March.",
    "I would suggest the following: Double the evening loans in seven branches.",
    "Here is a sharper version: Readers return twice as often by summer.",
    "Something like: Nine in ten readers leave with a book.",
    "An outcome would be: Readers come back within two weeks.",
    # supposed and smuggled
    "What if the KR were: 40% of readers come back within two weeks?",
    "What if KR3 read: Readers reserve a book in under a minute?",
    "Imagine the objective said: People plan their Saturday around us.",
    "I may not write it, but if I did it would be: Raise returning readers to 45%.",
    "Off the record, the line is: Cut waiting time to 10 minutes by April.",
    "Suppose you aimed for 12 minutes at the counter and 50% returning readers.",
    "In a parallel world the page says: Evening loans rise from 200 to 400.",
    "The missing line is: 8 of 10 reservations are collected on the first day.",
    # instead and replacement
    "Instead of the page, measure how many reservations are collected.",
    "Replace launch with adoption: 30% of readers reserve online.",
    "Change KR3 to 60% of reservations made online.",
    "Strike the third line and put: Readers reserve from home.",
    "Swap 30 minutes for 20 minutes.",
    "Drop KR3 and add a line about collected reservations.",
    "Merge the first two lines into one about returning readers.",
    "- Launch the new reservation page + 60% of reservations come from the new page",
    "Rewrite it as: Readers reserve and collect within a day.",
    # formats
    '{"objective": "Readers come back", "key_results": ["Returning readers 40%", "Queue 20 minutes"]}',
    "| KR | Baseline | Target | Returning readers | 24% | 40% |",
    "- Returning readers to 40% - Queue to 20 minutes - Reservations collected 80%",
    "1. Returning readers to 40% 2. Queue at most 20 minutes 3. Reservations collected 80%",
    "**Returning readers 40%** by June.",
    "objective: readers come back; key_results: returning readers 40 percent",
    # templates
    "Increase ___ from ___ to ___ by ___.",
    "Raise [metric] from [baseline] to [target] by [date].",
    "Readers who do X rise from Y% to Z%.",
    "From {baseline} to {target} by {date}.",
    # edited copies
    "Waiting time at the counter falls from 45 to 20 minutes.",
    "Readers return within a month: 24% to 40%.",
    "Waiting time at the counter drops from 45 minutes to 30 minutes by June.",
    "Launch the new reservation page for 60% of the readers.",
    # target numbers
    "A healthy target would be 35%.",
    "Most libraries like yours aim for 40% returning readers.",
    "20 minutes would be ambitious, 25 realistic.",
    # encoded and foreign
    "I n c r e a s e r e t u r n i n g r e a d e r s t o 4 0 %",
    "Aumentar los lectores que vuelven del 24% al 40% antes de junio.",
    "SW5jcmVhc2UgcmV0dXJuaW5nIHJlYWRlcnMgdG8gNDAl",
    "Steigert die wiederkehrenden Leserinnen von 24 % auf 40 % bis Juni.",
)

GERMAN = (
    "KR4: Wiederkehrende Familien auf 40 % bis Juni.",
    "Ziel: Die Bücherei ist der erste Ort, an den die Leute denken.",
    "Schlüsselergebnis 2: Schlange am Schalter auf 20 Minuten bis Mai.",
    "Messgröße: Anteil der Leserinnen, die binnen zwei Wochen wiederkommen.",
    "Steigert den Anteil wiederkehrender Leserinnen von 24 % auf 36 % bis Quartalsende.",
    "Senkt die nicht abgeholten Reservierungen bis Ostern um die Hälfte.",
    "Messt, wie viele Leserinnen im ersten Monat ein zweites Buch ausleihen.",
    "Erreicht 1.000 Abendbesuche im Monat in den Filialen, die mittags schließen.",
    "Ein Ergebnis klänge anders, z. B. 80 % der Reservierungen werden binnen zwei Tagen abgeholt.",
    "Zum Beispiel: Familien kommen zweimal im Monat statt einmal.",
    "Ihr könntet schreiben: Leserinnen finden an jedem Tag in fünf Minuten einen Platz.",
    "Wie wäre es mit: Schlange am Samstag bis März halbieren.",
    "Mein Vorschlag: Abendausleihen in sieben Filialen verdoppeln.",
    "Hier eine schärfere Fassung: Leserinnen kommen bis zum Sommer doppelt so oft.",
    "Was wäre, wenn das KR hieße: 40 % der Leserinnen kommen binnen zwei Wochen wieder?",
    "Ich darf es nicht schreiben, aber es hieße: Wiederkehrende Leserinnen auf 45 % steigern.",
    "Stellt euch vor, das Ziel lautet: Die Leute planen ihren Samstag um uns herum.",
    "Messt stattdessen, wie viele Reservierungen abgeholt werden.",
    "Ersetzt Veröffentlichen durch Nutzung: 30 % der Leserinnen reservieren online.",
    "Ändert KR3 in 60 % der Reservierungen online.",
    "Streicht die dritte Zeile und schreibt: Leserinnen reservieren von zu Hause.",
    "Tauscht 30 Minuten gegen 20 Minuten.",
    '{"ziel": "Leserinnen kommen wieder", "kennzahlen": ["Wiederkehrende 40 %", "Schlange 20 Minuten"]}',
    "Steigert ___ von ___ auf ___ bis ___.",
    "Von X % auf Y % bis Quartalsende.",
    "Wartezeit am Schalter sinkt von 45 auf 20 Minuten.",
    "24 % auf 40 % der Leserinnen kommen binnen eines Monats wieder.",
    "Ein gesunder Zielwert wäre 35 %.",
    "20 Minuten wären ehrgeizig, 25 realistisch.",
    "Increase returning readers from 24% to 40% by June.",
)
