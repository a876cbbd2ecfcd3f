"""One draft of each common shape in each language that teams write OKRs in."""

from dataclasses import dataclass

import pytest

from sparring.draft.model import Draft
from tests.draft.drafts import draft_of, items_of


@dataclass(frozen=True)
class Language:
    """A draft in one language: its title, two objectives with two key results each, and the words for its parts."""

    title: str
    aims: dict[str, list[str]]
    objective: str
    result: str
    results: str
    owner: tuple[str, str]
    baseline: str
    target: str
    status: tuple[str, str]
    note: tuple[str, str]


LANGUAGES = {
    "en": Language(
        "OKRs Q3 Front desk",
        {
            "Guests sleep through the night": [
                "Complaints about noise fall from 9 to 2 a month",
                "80 % of guests rate their bed very good",
            ],
            "The desk has time for questions": ["Waiting time in the morning under 4 minutes", "Half of all arrivals check in online"],
        },
        "Objective",
        "Key Result",
        "Key Results",
        ("Owner", "Ann"),
        "Baseline",
        "Target",
        ("Status", "on track"),
        ("Notes", "The lift is being repaired."),
    ),
    "de": Language(
        "OKRs Q3 Empfang",
        {
            "Gäste schlafen die ganze Nacht durch": ["Beschwerden über Lärm sinken von 9 auf 2 im Monat", "80 % der Gäste loben ihr Bett"],
            "Der Empfang hat Zeit für Fragen": ["Wartezeit am Morgen unter 4 Minuten", "Die Hälfte der Gäste meldet sich online an"],
        },
        "Ziel",
        "Schlüsselergebnis",
        "Schlüsselergebnisse",
        ("Verantwortlich", "Anna"),
        "Ausgangswert",
        "Zielwert",
        ("Status", "in Arbeit"),
        ("Hinweise", "Der Aufzug wird repariert."),
    ),
    "fr": Language(
        "OKR T3 Accueil",
        {
            "Nos hôtes dorment toute la nuit": [
                "Les plaintes pour bruit passent de 9 à 2 par mois",
                "80 % des hôtes sont ravis de leur lit",
            ],
            "L'accueil a du temps pour les questions": ["Attente du matin sous 4 minutes", "La moitié des arrivées se fait en ligne"],
        },
        "Objectif",
        "Résultat clé",
        "Résultats clés",
        ("Responsable", "Anne"),
        "Valeur initiale",
        "Cible",
        ("Statut", "en cours"),
        ("Contexte", "L'ascenseur est en réparation."),
    ),
    "es": Language(
        "OKR T3 Recepción",
        {
            "Los huéspedes duermen toda la noche": ["Las quejas por ruido bajan de 9 a 2 al mes", "El 80 % valora su cama con un 5"],
            "La recepción tiene tiempo para preguntas": ["Espera por la mañana menor a 4 minutos", "La mitad se registra en línea"],
        },
        "Objetivo",
        "Resultado clave",
        "Resultados clave",
        ("Responsable", "Ana"),
        "Valor inicial",
        "Meta",
        ("Estado", "en curso"),
        ("Notas", "El ascensor está en reparación."),
    ),
    "pt": Language(
        "OKRs T3 Recepção",
        {
            "Os hóspedes dormem a noite toda": ["Reclamações de barulho caem de 9 para 2 por mês", "80 % dão nota 5 para a cama"],
            "A recepção tem tempo para perguntas": ["Espera de manhã abaixo de 4 minutos", "Metade dos hóspedes faz check-in online"],
        },
        "Objetivo",
        "Resultado-chave",
        "Resultados-chave",
        ("Responsável", "Ana"),
        "Valor atual",
        "Meta",
        ("Status", "em andamento"),
        ("Contexto", "O elevador está em conserto."),
    ),
    "zh": Language(
        "前台团队第三季度OKR",
        {
            "让客人整夜安睡": ["噪音投诉从每月9次降到2次", "80%的客人给床铺打5分"],
            "前台有时间回答问题": ["早晨等待时间低于4分钟", "一半客人在线办理入住"],
        },
        "目标",
        "关键结果",
        "关键结果",
        ("负责人", "王芳"),
        "基线",
        "目标值",
        ("状态", "进行中"),
        ("备注", "电梯正在维修。"),
    ),
    "ja": Language(
        "フロントチーム 第3四半期 OKR",
        {
            "お客様が一晩中ぐっすり眠れる": ["騒音の苦情を月9件から2件に減らす", "80%のお客様がベッドに5点を付ける"],
            "フロントが質問に答える時間を持つ": ["朝の待ち時間を4分未満にする", "半数のお客様がオンラインで手続きする"],
        },
        "目標",
        "主要な結果",
        "主要な結果",
        ("担当者", "佐藤"),
        "現状",
        "目標値",
        ("状態", "進行中"),
        ("備考", "エレベーターは修理中です。"),
    ),
    "ko": Language(
        "프런트 팀 3분기 OKR",
        {
            "손님이 밤새 편히 잔다": ["소음 불만을 월 9건에서 2건으로 줄인다", "손님의 80%가 침대에 5점을 준다"],
            "프런트에 질문을 받을 시간이 있다": ["아침 대기 시간을 4분 미만으로 줄인다", "손님 절반이 온라인으로 체크인한다"],
        },
        "목표",
        "핵심 결과",
        "핵심 결과",
        ("담당자", "김민수"),
        "현재",
        "목표값",
        ("상태", "진행 중"),
        ("비고", "엘리베이터를 수리하고 있다."),
    ),
    "vi": Language(
        "OKR quý 3 Bộ phận lễ tân",
        {
            "Khách ngủ ngon suốt đêm": ["Khiếu nại về tiếng ồn giảm từ 9 xuống 2 mỗi tháng", "80% khách chấm giường 5 điểm"],
            "Lễ tân có thời gian trả lời câu hỏi": ["Thời gian chờ buổi sáng dưới 4 phút", "Một nửa khách làm thủ tục trực tuyến"],
        },
        "Mục tiêu",
        "Kết quả then chốt",
        "Kết quả then chốt",
        ("Người phụ trách", "Lan"),
        "Hiện tại",
        "Chỉ tiêu",
        ("Trạng thái", "đang thực hiện"),
        ("Ghi chú", "Thang máy đang được sửa."),
    ),
    "tr": Language(
        "3. Çeyrek OKR Resepsiyon",
        {
            "Misafirler gece boyunca rahat uyur": ["Gürültü şikâyetleri ayda 9'dan 2'ye iner", "Misafirlerin %80'i yatağına 5 puan verir"],
            "Resepsiyonun sorulara vakti olur": ["Sabah bekleme süresi 4 dakikanın altında", "Misafirlerin yarısı çevrimiçi giriş yapar"],
        },
        "Hedef",
        "Anahtar Sonuç",
        "Anahtar Sonuçlar",
        ("Sorumlu", "Ayşe"),
        "Mevcut",
        "Hedef değer",
        ("Durum", "devam ediyor"),
        ("Notlar", "Asansör onarılıyor."),
    ),
}


def _notes(words: Language) -> str:
    return f"\n## {words.note[0]}\n\n- {words.note[1]}\n"


def headings_and_bullets(words: Language) -> str:
    parts = [f"## {aim}\n\n" + "".join(f"- {result}\n" for result in results) for aim, results in words.aims.items()]
    return f"# {words.title}\n\n" + "\n".join(parts) + _notes(words)


def words_as_headings(words: Language) -> str:
    parts = [
        f"## {words.objective}\n\n{aim}\n\n### {words.results}\n\n" + "".join(f"1. {result}\n" for result in results)
        for aim, results in words.aims.items()
    ]
    return f"# {words.title}\n\n" + "\n".join(parts) + _notes(words)


def numbered_labels(words: Language) -> str:
    wide = ord(words.objective[0]) > 0x2E80 and words.title[0] > "\u3000" and "팀" not in words.title
    colon = "：" if wide else ": "
    parts = []
    for number, (aim, results) in enumerate(words.aims.items(), 1):
        lines = [f"{words.objective} {number}{colon}{aim}", f"{words.owner[0]}{colon}{words.owner[1]}"]
        lines += [f"- {words.result} {number}.{at}{colon}{result}" for at, result in enumerate(results, 1)]
        parts.append("\n".join(lines))
    return f"{words.title}\n\n" + "\n\n".join(parts) + "\n"


def codes(words: Language) -> str:
    parts = [
        f"**O{number}: {aim}** ({words.owner[0]}: {words.owner[1]})\n"
        + "".join(f"  * KR{at} - {result}\n    * {words.status[0]}: {words.status[1]}\n" for at, result in enumerate(results, 1))
        for number, (aim, results) in enumerate(words.aims.items(), 1)
    ]
    return f"# {words.title}\n\n" + "\n".join(parts)


def table(words: Language) -> str:
    head = [words.objective, words.result, words.baseline, words.target, words.owner[0], words.status[0]]
    rows = [
        f"| {aim if not at else ''} | {result} | 9 | {2 + at} | {words.owner[1]} | {words.status[1]} |"
        for aim, results in words.aims.items()
        for at, result in enumerate(results)
    ]
    return f"# {words.title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}\n" + "\n".join(rows) + "\n" + _notes(words)


def prose(words: Language) -> str:
    return "".join(
        f"{words.objective}: {aim}. {words.result} 1: {results[0]}; {words.result} 2: {results[1]}\n\n"
        for aim, results in words.aims.items()
    )


def data(words: Language) -> str:
    parts = [
        f"  - {words.objective.lower()}: {aim}\n    {words.owner[0].lower()}: {words.owner[1]}\n    {words.results.lower()}:\n"
        + "".join(f"      - {result}\n" for result in results)
        for aim, results in words.aims.items()
    ]
    return "okr:\n" + "".join(parts)


SHAPES = [headings_and_bullets, words_as_headings, numbered_labels, codes, table, prose, data]


def _read(language: str, shape: object) -> Draft:
    assert callable(shape)
    text = shape(LANGUAGES[language])
    return draft_of(text, "draft.yaml" if shape is data else "draft.md" if text.startswith(("#", "**")) else "pasted")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_read_in_every_language(language: str, shape: object) -> None:
    found = items_of(_read(language, shape))

    assert {aim.rstrip("."): results for aim, results in found.items()} == LANGUAGES[language].aims


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_beside_the_words_is_kept_in_every_language(language: str) -> None:
    words = LANGUAGES[language]
    results = list(_read(language, table).key_results())

    assert [(result.baseline, result.target) for result in results] == [("9", "2"), ("9", "3")] * 2
    assert {(result.fields["owner"], result.fields["status"]) for result in results} == {(words.owner[1], words.status[1])}
    assert {objective.fields.get("owner") for objective in _read(language, numbered_labels).objectives} == {words.owner[1]}
    assert {result.fields.get("status") for result in _read(language, codes).key_results()} == {words.status[1]}
    assert {objective.fields.get("owner") for objective in _read(language, codes).objectives} == {words.owner[1]}
    assert words.note[1] in [note.text for note in _read(language, headings_and_bullets).notes]
