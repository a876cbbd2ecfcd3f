"""The words that drafts use for their own parts: labels, columns, fields, in the languages teams write OKRs in.

Structure only: nothing here says what a good objective is. Where a word serves twice ("Ziel", "Hedef", "目标": objective and target), it stands in both lists
and the place decides.
"""

import re
from functools import cache

from sparring.draft.model import FieldName

OBJECTIVE = (
    "objective objectives obj goal goals ziel ziele objectif objectifs objetivo objetivos obiettivo obiettivi doel doelen doelstelling doelstellingen "
    "cel cele hedef hedefler amaç amaçlar mål цель цели 目标 目標 目的 목표"
).split()

OBJECTIVES = frozenset("objectives goals ziele objectifs objetivos obiettivi doelen doelstellingen cele hedefler amaçlar цели".split())

KEY_RESULT = (
    *("key results", "key result", "keyresults", "keyresult", "krs", "kr", "schlüsselergebnisse", "schlüsselergebnis", "kernergebnisse"),
    *("kernergebnis", "schlüsselresultate", "schlüsselresultat", "résultats clés", "résultat clé", "résultats-clés", "résultat-clé"),
    *("resultados clave", "resultado clave", "resultados-chave", "resultado-chave", "resultados chave", "resultado chave"),
    *("risultati chiave", "risultato chiave", "kernresultaten", "kernresultaat", "kluczowe rezultaty", "kluczowy rezultat"),
    *("anahtar sonuçlar", "anahtar sonuç", "nyckelresultat", "ключевые результаты", "ключевой результат"),
    *("关键结果", "关键成果", "關鍵結果", "關鍵成果", "主要な結果", "主要な成果", "主要結果", "主要成果", "成果指標", "핵심 결과", "핵심결과", "핵심 성과", "주요 결과"),
)

WORDS_COLUMN = frozenset(
    "text title name description statement summary item titel beschreibung bezeichnung titre nom título titulo nombre descripción descrição nome "
    "başlık açıklama 标题 名称 内容 描述 タイトル 内容 제목 내용 설명 o".split()
)

TASK = (
    "task name",
    "task",
    "tasks",
    "metric",
    "metrics",
    "kpi",
    "kpis",
    "result",
    "results",
    "outcome",
    "measure",
    "indicator",
    "ergebnis",
    "resultado",
)

CODE_COLUMN = frozenset("id # nr no number code key ref label kr id objective id nummer número 编号 番号 번호 krid objectiveid objid".split()) | {
    "kr id",
    "objective id",
    "kr #",
    "kr no",
}

FIELDS: dict[FieldName, tuple[str, ...]] = {
    "status": ("status", "state", "health", "rag", "estado", "état", "statut", "situação", "stato", "durum", "状态", "狀態", "状態", "상태"),
    "owner": (
        *("owner", "owners", "owner id", "owned by", "dri", "responsible", "lead", "assignee", "accountable", "driver", "team lead"),
        *("verantwortlich", "verantwortliche", "verantwortlicher", "verantwortung", "zuständig", "responsable", "responsables", "responsável"),
        *("dueño", "responsabile", "eigenaar", "sorumlu", "负责人", "負責人", "责任人", "担当", "担当者", "담당", "담당자", "책임자"),
    ),
    "score": (
        *("score", "progress", "grade", "completion", "percent complete", "% complete", "done %", "fortschritt", "bewertung", "zielerreichung"),
        *("progreso", "avance", "progresso", "progrès", "avancement", "puntuación", "pontuação", "ilerleme", "puan"),
        *("进度", "完成度", "得分", "評分", "评分", "進捗", "進捗率", "達成率", "진행률", "진척", "진척률", "점수", "달성률"),
    ),
    "due": (
        *("due", "due date", "deadline", "end", "end date", "target date", "by when", "finish", "zieldatum", "frist", "fällig", "fällig am", "termin"),
        *("bis wann", "fecha", "fecha límite", "fecha limite", "plazo", "prazo", "data limite", "échéance", "date limite", "hedef tarih"),
        *("hedef tarihi", "bitiş tarihi", "son tarih", "目标日期", "截止日期", "截止时间", "完成时间", "期限", "締切", "목표일", "마감일", "기한"),
    ),
    "priority": ("priority", "prio", "priorität", "prioridad", "prioridade", "priorité", "priorità", "öncelik", "优先级", "優先度", "우선순위"),
    "links": ("link", "links", "url", "epic", "ticket", "tickets", "issue", "issues", "jira", "enlace", "lien", "verknüpfung", "链接", "リンク", "링크"),
    "baseline": (
        *("baseline", "base line", "base", "start", "start value", "starting point", "from", "current", "current value", "now", "today", "initial"),
        *("actual", "as is", "baseline value", "ausgangswert", "startwert", "ist", "ist wert", "istwert", "aktuell", "heute", "basiswert"),
        *("línea base", "linea base", "valor actual", "valor inicial", "valor atual", "atual", "inicial", "linha de base", "valeur initiale"),
        *("valeur actuelle", "actuel", "départ", "valore iniziale", "başlangıç", "başlangıç değeri", "mevcut", "mevcut değer", "şu an"),
        *("基线", "基線", "基准", "现状", "当前", "当前值", "起始值", "基準値", "現状", "現在", "現在値", "기준", "기준값", "현재", "현재값", "기준치"),
    ),
    "target": (
        *("target", "target value", "goal", "to", "goal value", "ziel", "zielwert", "soll", "soll wert", "sollwert", "objetivo", "meta", "valor objetivo"),
        *("valor meta", "cible", "valeur cible", "objectif", "obiettivo", "valore obiettivo", "hedef", "hedef değer", "doel", "streefwaarde"),
        *("目标", "目标值", "目標", "目標値", "목표", "목표값", "목표치"),
    ),
    "unit": ("unit", "units", "uom", "einheit", "unidad", "unidade", "unité", "unità", "birim", "单位", "單位", "単位", "단위"),
    "confidence": (
        *("confidence", "confidence level", "konfidenz", "zuversicht", "confianza", "confiança", "confiance", "güven", "信心", "信心指数", "信心值"),
        *("自信度", "자신감", "신뢰도", "확신도"),
    ),
    "measure": (
        *("how we measure", "how measured", "how to measure", "measured by", "measurement", "measure", "data source", "source", "messung", "messmethode"),
        *("wie wir messen", "datenquelle", "medición", "cómo se mide", "medição", "como medimos", "mesure", "comment on mesure", "ölçüm", "衡量方式"),
        *("衡量标准", "度量", "测量", "測定方法", "計測方法", "측정", "측정 방법", "측정방법"),
    ),
}

NOTES = frozenset(
    """
    note notes remark remarks comment comments context background rationale why risks risk dependencies dependency assumptions parked parking lot
    initiatives initiative tasks actions action items next steps related related systems references open points open point open questions questions
    out of scope not in scope non goals contact changelog progress log check ins check in weekly updates weekly update updates summary
    notiz notizen anmerkung anmerkungen bemerkung bemerkungen kontext hintergrund risiken abhängigkeiten maßnahmen massnahmen initiativen aufgaben
    offene punkte nicht im umfang remarques contexte risques initiatives actions notas nota contexto riesgos iniciativas riscos notlar not bağlam riskler
    girişimler 备注 说明 背景 风险 核心工作 进度统计 行动 メモ 備考 背景 リスク 비고 메모 배경 리스크 참고
    """.split()
) | {
    *("parking lot", "action items", "next steps", "related systems", "open points", "open point", "open questions", "out of scope", "not in scope"),
    *("non goals", "progress log", "check ins", "check in", "weekly updates", "weekly update", "offene punkte", "nicht im umfang"),
}

PERIOD = re.compile(r"^(?:(?:q[1-4]|h[12]|fy|quarter|quartal|cycle)\b|(?:19|20)\d\d\b|[1-4]\. ?quartal\b|(?:yearly|quarterly|annual|monthly)\b)", re.IGNORECASE)

GENERIC_HEADING = re.compile(
    r"\bokrs?\b|^(?:our |team |company |current |draft )*(?:objectives?|goals?|ziele?|objectifs?|objetivos?|hedefler)(?: and key results)?\b[^\w]*$"
    r"|^(?:team|company|unternehmen|équipe|equipo|time)\b[^\w]*(?:wide)?[^\w]*$",
    re.IGNORECASE,
)


@cache
def normal(name: str) -> str:
    """Return a field's or column's name without case, markup, camel case and separators: `keyResults`, "Key-Results:" and "key results" are one."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name[:80])
    return re.sub(r"[\s_\-*:：.]+", " ", spaced).strip().casefold()


_FIELD_OF = {word: field for field, words in FIELDS.items() for word in words}
_OBJECTIVE = frozenset(OBJECTIVE) | {"objective title", "objective text", "objective name", "objective statement"}
_KEY_RESULT = frozenset(KEY_RESULT) | {"key result title", "key result text", "key result description", "kr text", "kr title", "kr description"}


def field_named(name: str) -> FieldName | None:
    """Return the field that a label, column or key means, if it means one."""
    return _FIELD_OF.get(normal(name))


def means_objective(name: str) -> bool:
    """Tell whether a column or key is named for objectives."""
    return normal(name) in _OBJECTIVE


def means_key_result(name: str) -> bool:
    """Tell whether a column or key is named for key results."""
    return normal(name) in _KEY_RESULT


def means_notes(name: str) -> bool:
    """Tell whether a heading or label announces remarks, not items."""
    return normal(name) in NOTES
