"""Words by what they do in a sentence about goals, English and German.

They are words of the trade and of grammar, no samples: a verb stands here because it states a change or a deed, not because a text held it.
"""

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def either(words: tuple[str, ...] | str) -> str:
    """Return a pattern for any of these words or, with "_" for a space, expressions; longer ones first."""
    listed = _words(words) if isinstance(words, str) else words
    return "(?:" + "|".join(sorted((word.replace("_", " ") for word in listed), key=len, reverse=True)) + ")"


CHANGE_EN: Final = _words(
    """
    increase reduce grow raise decrease improve boost double triple quadruple halve achieve attain maximize maximise minimize minimise
    accelerate delight become shorten slash eliminate dominate expand establish transform optimize optimise modernize modernise streamline
    strengthen scale deliver launch build ship drive enable unlock empower lower cut lift enhance elevate deepen broaden widen extend
    amplify simplify automate standardize standardise consolidate revolutionize revolutionise reinvent ensure create maintain sustain
    implement introduce convert retain attract acquire generate secure foster cultivate nurture champion pioneer digitize digitise
    outperform outgrow exceed surpass guarantee prevent reposition rebuild relaunch cross-sell upsell monetize monetise diversify
    """
)
"""At the start of a sentence they state a goal whatever follows."""

DEED_EN: Final = _words(
    """
    reach hit win keep get bring move migrate close hire sign onboard complete answer train publish hold resolve roll_out stay turn
    have support enter interview collect give activate present identify provide offer develop design run host conduct finish fix
    validate integrate adopt certify recruit promote engage educate document form serve sell protect stop earn double save free
    triage respond reply process handle schedule upgrade replace test make set start add put
    """
)
"""At the start of a sentence they state a deed or a goal, unless their object is what a team thinks about ("take KR3", "give me one")."""

NOUNS_TOO_EN: Final = _words(
    """
    increase decrease cut launch boost lift drive scale ship build double triple delight champion hold answer test set start stop move run
    design process schedule offer present host sign form free document interview support stay save turn put add make have
    """
)
"""Those of them that are nouns as often ("what about support tickets"): verbs only before an article or a quantity."""

EDIT_EN: Final = _words(
    """
    shift anchor translate tie link ground base narrow broaden sharpen quantify specify recast flip pair balance complement connect attach
    refocus recentre recenter centre center prioritise prioritize restrict cap clarify adapt adjust tweak edit revise redo soften cast
    orient reorient align tether root frame phrase word
    """
)
"""What is done to a line on the page."""
MEASURE_EN: Final = _words(
    """
    measure track monitor count watch target aim use choose pick report observe quantify log gauge include capture cover reflect express
    """
)
MEASURE_ING: Final = _words(
    """
    measuring tracking monitoring counting watching targeting aiming using setting adding choosing picking including capturing reporting
    looking_at focusing focussing going_for going_with committing shooting shifting switching moving
    """
)
WORD_EN: Final = _words(
    """
    write say phrase word frame state put_it rephrase reword reframe rewrite restate express define call title name_it go_with go_for
    settle_on commit_to shoot_for opt_for
    """
)
WORD_ING: Final = _words(
    "writing saying phrasing wording framing stating rephrasing rewording reframing rewriting restating defining calling"
)
CHANGE_ING: Final = _words(
    """
    increasing reducing growing raising decreasing improving boosting doubling tripling halving achieving reaching maximizing maximising
    minimizing minimising shortening cutting lowering lifting eliminating expanding accelerating ensuring hitting bringing getting keeping
    """
)

THING: Final = (
    r"(?:(?:objective|key result|kr|okr|goal|target|metric|measure|kpi|indicator|outcome|result|guardrail|counter-?metric|baseline|"
    r"threshold|north star|version|wording|formulation|phrasing|variant|alternative|headline)s?"
    r"(?:\s?(?:\d+(?:\.\d+)*|one|two|three|four))?|o\d+|kr\s?\d+(?:\.\d+)*)"
)
"""What a page of goals is made of."""

THING_DE: Final = (
    r"(?:(?:objectives?|key results?|kr|okrs?|ziele?s?|zielwerte?s?|kennzahl(?:en)?|metrik(?:en)?|messgrößen?|messwerte?|indikator(?:en)?|"
    r"ergebnis(?:se|ses)?|schlüsselergebnis(?:se)?|kernergebnis(?:se)?|formulierung(?:en)?|fassung(?:en)?|version(?:en)?|variante[n]?|"
    r"gegenkennzahl(?:en)?|leitplanken?|zeilen?)(?:\s?(?:\d+(?:\.\d+)*|eins|zwei|drei|vier))?|o\d+|kr\s?\d+(?:\.\d+)*)"
)

THING_WORDS: Final = frozenset(
    _words(
        """
        objective objectives key kr krs okr okrs goal goals target targets metric metrics measure measures kpi kpis indicator indicators
        outcome outcomes result results guardrail guardrails countermetric countermetrics counter-metric counter-metrics baseline baselines
        threshold thresholds north version versions wording wordings formulation formulations phrasing phrasings variant variants
        alternative
        alternatives headline headlines ziel ziele ziels zieles zielen zielwert zielwerte kennzahl kennzahlen metrik metriken messgröße
        messgrößen messwert messwerte indikator indikatoren ergebnis ergebnisse ergebnisses ergebnissen schlüsselergebnis
        schlüsselergebnisse kernergebnis kernergebnisse formulierung formulierungen fassung fassungen versionen variante varianten
        gegenkennzahl gegenkennzahlen leitplanke leitplanken zeile zeilen
        """
    )
)
"""The words that `THING` and `THING_DE` begin with, but for the numbered ones ("kr3", "o1")."""

BETTER_EN: Final = (
    r"(?:better|stronger|sharper|clearer|tighter|crisper|improved|cleaner|healthier|bolder|fairer|truer|more [\w-]+|"
    r"(?:outcome|customer|user|impact|results?)-(?:oriented|focused|focussed|based|centric|driven))"
)
GOOD_EN: Final = r"(?:good|great|solid|proper|strong|real|true|ideal|perfect|sensible|honest|possible|suitable|natural|fitting)"
BETTER_DE: Final = (
    r"(?:bessere[rsnm]?|stärkere[rsnm]?|schärfere[rsnm]?|klarere[rsnm]?|ehrlichere[rsnm]?|sinnvollere[rsnm]?|aussagekräftigere[rsnm]?|"
    r"\w+(?:orientierte|bezogene|nähere)[rsnm]?|passendere[rsnm]?|treffendere[rsnm]?|messbarere[rsnm]?|geeignetere[rsnm]?|"
    r"wirkungsvollere[rsnm]?|ambitioniertere[rsnm]?)"
)
GOOD_DE: Final = (
    r"(?:gute[rsnm]?|starke[rsnm]?|mögliche[rsnm]?|denkbare[rsnm]?|passende[rsnm]?|geeignete[rsnm]?|sinnvolle[rsnm]?|messbare[rsnm]?)"
)

CHANGE_STEMS_DE: Final = _words(
    """
    steiger erhöh senk reduzier verringer verbesser verkürz verdoppel halbier verdreifach maximier minimier optimier beschleunig
    etablier begeister stärk vergrößer ausweit digitalisier automatisier vereinfach standardisier modernisier eliminier vermeid
    """
)
"""Stems; an ending makes the imperative ("steigert", "steigere", "steigern Sie") or the infinitive."""

CHANGE_INFINITIVES_DE: Final = _words(
    """
    steigern erhöhen senken reduzieren verringern verbessern verkürzen verdoppeln halbieren verdreifachen maximieren minimieren
    optimieren beschleunigen etablieren begeistern stärken vergrößern ausweiten digitalisieren automatisieren vereinfachen
    standardisieren modernisieren eliminieren vermeiden schaffen aufbauen ausbauen einführen durchführen umsetzen gewinnen halten
    erreichen bringen heben drücken anheben absenken ausrollen abschließen sicherstellen gewährleisten werden machen verankern
    zustellen ausliefern anbieten lösen eröffnen verkaufen besetzen einstellen befähigen unterstützen überzeugen erschließen ausstatten
    anbinden bereitstellen freischalten dokumentieren befragen abbauen ersetzen zurückgewinnen sichern stabilisieren positionieren
    vermitteln begleiten aufbereiten absichern verdrängen verschlanken
    veröffentlichen schulen migrieren integrieren entwickeln liefern beantworten binden ablösen abschaffen implementieren
    """
)
DEED_IMPERATIVES_DE: Final = _words(
    """
    führt führe schafft schaffe macht mache sorgt sorge stellt stelle bringt bringe baut baue gewinnt gewinne erreicht erreiche hebt
    drückt drücke haltet halte liefert liefere schult schule setzt setze richtet entwickelt entwickle etabliert veröffentlicht migriert
    bindet binde weitet legt lege beantwortet startet starte
    """
)
"""At the start of a sentence, before an object, a deed that is asked for."""
DEED_STEMS_DE: Final = _words(
    "führ schaff mach bring bau gewinn erreich heb drück halt liefer schul setz richt entwickel veröffentlich migrier bind beantwort starte"
)
"""With "-en Sie", the same politely."""

MEASURE_DE: Final = _words(
    """
    messen verfolgen zählen tracken betrachten beobachten anpeilen anstreben erfassen heranziehen aufnehmen ergänzen nehmen verwenden
    nutzen festlegen ansetzen setzen wählen auswerten ausweisen
    """
)
WORD_DE: Final = _words("schreiben formulieren sagen nennen umformulieren heißen lauten fassen ausdrücken benennen definieren umschreiben")

CALENDAR: Final = (
    r"(?:q[1-4]|h[12]|january|february|march|april|may|june|july|august|september|october|november|december|year[- ]end|"
    r"(?:the )?end of|christmas|summer|autumn|winter|spring|next (?:week|month|quarter|year)|januar|februar|märz|mai|juni|juli|oktober|"
    r"dezember|jahresende|quartalsende|weihnachten|ende)"
)

FINITE_DE: Final = frozenset(
    _words(
        """
        ist sind war waren bin seid wird wurde wurden hat habt haben hatte hatten kann könnt können konnte könnte
        könnten könntet soll sollt sollen sollte sollten solltet will wollt wollen wollte wollten muss müsst müssen
        musste müsste müssten darf dürft dürfen dürfte lässt lasst lassen würde würden würdet mag möchte möchtet
        möchten wäre wären hätte hätten heißt bedeutet bleibt steht gibt geht kommt macht sagt ich ihr er es man wer
        wen wem was wie wo wann warum wenn falls dass weil ob obwohl damit um ohne statt anstatt welche welcher
        welches welchen wofür woran worauf wodurch womit niemand jemand sich nicht hieße scheint braucht brauchen
        soweit bis
        """
    )
)
"""Words by which a German sentence is more than a bare infinitive: a finite verb, a subject, a subordinate clause."""
