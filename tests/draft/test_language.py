"""The language of ten lines as teams write them."""

import pytest

from sparring.draft.language import language_of

LINES = {
    "en": "Guests find their way to the room\nLost guests fall from 9 to 3 a week\nHalf of them use the map\nStaff rest between shifts",
    "de": "Gäste finden den Weg zum Zimmer\nVerirrte sinken von 9 auf 3 je Woche\n"
    "Die Hälfte nutzt die Karte\nDas Team ruht zwischen den Schichten",
    "fr": "Les clients trouvent leur chambre\nLes égarés passent de 9 à 3 par semaine\nLa moitié utilise le plan\nL'équipe se repose",
    "es": "Los huéspedes encuentran su habitación\nLos perdidos bajan de 9 a 3 por semana\nLa mitad usa el mapa\nEl equipo descansa",
    "pt": "Os hóspedes encontram o seu quarto\nOs perdidos caem de 9 para 3 por semana\n"
    "Metade usa o mapa\nA equipe descansa entre os turnos",
    "tr": "Misafirler odalarını kolayca bulur\nKaybolanların sayısı haftada 9'dan 3'e iner\n"
    "Yarısı haritayı kullanır\nEkip vardiyalar arasında dinlenir",
    "zh": "客人轻松找到房间\n每周迷路人数从9降到3\n一半客人使用地图\n员工在班次之间休息",
    "ja": "お客様が部屋を迷わず見つける\n迷う人数を週9人から3人に減らす\n半数が地図を使う\n従業員が休める",
    "ko": "손님이 방을 쉽게 찾는다\n길 잃은 손님을 주 9명에서 3명으로 줄인다\n절반이 지도를 사용한다\n직원이 쉰다",
}


@pytest.mark.parametrize("language", LINES)
def test_the_language_of_a_few_lines_is_told(language: str) -> None:
    assert language_of(LINES[language]) == language


@pytest.mark.parametrize("text", ["", "42 %", "KPI", "x y z", "NPS ARR MRR"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert language_of(text) == "und"


def test_english_terms_do_not_make_a_german_draft_english() -> None:
    assert (
        language_of(
            "Wir erhöhen die Conversion Rate im Onboarding Flow von 10 auf 20 %\nDie Churn Rate sinkt, Time to Value ist unter 2 Tagen"
        )
        == "de"
    )
