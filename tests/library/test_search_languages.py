"""Search in documents of several languages: the line about the same thing comes first, and unrelated items find nothing."""

import pytest

from sparring.library.indexed import indexed
from sparring.library.passages import passages_of
from sparring.library.search import PassageLibrary
from sparring.text import Source

DOCUMENTS = {
    "de": """
# Strategie 2027

- Werkstätten bestellen per Nachricht statt am Telefon; das Telefon kostet sie eine Stunde am Tag.
- Kuriere, die das Zustellfenster kennen, klingeln nur einmal.
- Kleine Werkstätten zuerst, Ketten haben eigene Systeme.
- Mechaniker schicken lieber ein Foto als eine Teilenummer.
- Rückläufer entstehen meist durch falsche Bremsscheiben.
- Rechnungen werden spät bezahlt, wenn der Lieferschein fehlt.
- Der Lagerbestand in Ulm reicht von Oktober bis März nicht aus.
""",
    "fr": """
# Stratégie 2027

- Les ateliers commandent par message plutôt que par téléphone ; le téléphone leur prend une heure par jour.
- Un coursier qui connaît le créneau de livraison ne sonne qu'une fois.
- Les petits ateliers d'abord : les chaînes ont leurs propres systèmes.
- Les mécaniciens envoient une photo de la pièce cassée plutôt que son numéro.
- La moitié des colis retournés contenait le mauvais disque de frein.
- Les factures sont payées en retard quand le bon de livraison manque.
- Le dépôt de Lyon est saturé d'octobre à mars.
""",
    "es": """
# Estrategia 2027

- Los talleres piden por mensaje y no por teléfono; el teléfono les cuesta una hora al día.
- Un repartidor que conoce la franja de entrega solo llama una vez.
- Primero los talleres pequeños: las cadenas tienen sus propios sistemas.
- Los mecánicos envían una foto de la pieza rota en vez de su número.
- La mitad de los paquetes devueltos traía el disco de freno equivocado.
- Las facturas se pagan tarde cuando falta el albarán.
- El almacén de Zaragoza está saturado de octubre a marzo.
""",
    "pt": """
# Estratégia 2027

- As oficinas pedem por mensagem e não por telefone; o telefone custa-lhes uma hora por dia.
- Um estafeta que conhece a janela de entrega só toca uma vez.
- Primeiro as oficinas pequenas: as cadeias têm os seus sistemas.
- Os mecânicos enviam uma fotografia da peça partida em vez do número.
- Metade das encomendas devolvidas trazia o disco de travão errado.
- As faturas são pagas tarde quando falta a guia de remessa.
- O armazém do Porto está saturado de outubro a março.
""",
    "zh": """
# 2027 年战略

- 维修店用短信而不是电话订购零件，电话每天要花他们一个小时。
- 知道送货时段的快递员只按一次门铃。
- 先服务小型维修店，连锁店有自己的系统。
- 技师更愿意发送损坏零件的照片，而不是零件编号。
- 一半的退货包裹装的是错误的刹车盘。
- 缺少送货单时，发票总是付得很晚。
- 乌尔姆仓库从十月到三月都不够用。
""",
    "ja": """
# 2027年の戦略

- 整備工場は電話ではなくメッセージで部品を注文する。電話は一日一時間を奪う。
- 配達時間帯を知っている配達員は一度しか呼び鈴を鳴らさない。
- 小さな整備工場を優先する。チェーン店は独自のシステムを持っている。
- 整備士は部品番号よりも壊れた部品の写真を送りたがる。
- 返品された荷物の半分は間違ったブレーキディスクだった。
- 納品書がないと請求書の支払いが遅れる。
- ウルムの倉庫は十月から三月まで足りない。
""",
    "ko": """
# 2027년 전략

- 정비소는 전화 대신 메시지로 부품을 주문한다. 전화는 하루 한 시간을 빼앗는다.
- 배송 시간대를 아는 배달원은 초인종을 한 번만 누른다.
- 작은 정비소가 먼저다. 체인점은 자체 시스템이 있다.
- 정비사는 부품 번호보다 고장 난 부품의 사진을 보낸다.
- 반품된 소포의 절반은 잘못된 브레이크 디스크였다.
- 납품서가 없으면 청구서 지불이 늦어진다.
- 울름 창고는 시월부터 삼월까지 부족하다.
""",
}

ITEMS = [
    ("de", "Anteil der Bestellungen per Nachricht von 12 % auf 40 %", 1),
    ("de", "Falsche Bremsscheiben in Paketen halbieren", 5),
    ("de", "Fotos von Mechanikern binnen einer Stunde beantworten", 4),
    ("fr", "Part des commandes passées par message : de 12 % à 40 %", 1),
    ("fr", "Moins de disques de frein retournés", 5),
    ("fr", "Factures payées à temps : 60 % à 85 %", 6),
    ("es", "Pedidos por mensaje del 12 % al 40 %", 1),
    ("es", "Repartidores que llegan dentro de la franja de entrega", 2),
    ("es", "Reducir a la mitad los discos de freno equivocados", 5),
    ("pt", "Estafetas dentro da janela de entrega: de 61% para 90%", 2),
    ("pt", "Faturas pagas a tempo", 6),
    ("zh", "快递员在送货时段内到达的比例从 61% 提高到 90%", 2),
    ("zh", "刹车盘退货减少一半", 5),
    ("ja", "配達員が配達時間帯に到着する割合を61%から90%に", 2),
    ("ja", "ブレーキディスクの返品を半減する", 5),
    ("ko", "배송 시간대 안에 도착하는 배달원 비율 61%에서 90%로", 2),
    ("ko", "브레이크 디스크 반품을 절반으로", 5),
]

STRANGE = [
    ("de", "Die Mitarbeiterzufriedenheit bis Ende des Quartals auf 80 % steigern"),
    ("fr", "Augmenter le nombre d'abonnés de la newsletter de 20 % au premier trimestre"),
    ("es", "Aumentar la satisfacción de los empleados en un 20 % este trimestre"),
    ("pt", "Aumentar o número de seguidores nas redes sociais em 20% este trimestre"),
    ("zh", "本季度员工满意度提高到 80%"),
    ("ja", "今四半期の従業員満足度を80%に向上させる"),
    ("ko", "이번 분기 직원 만족도를 80%로 향상"),
]


def library_in(language: str) -> PassageLibrary:
    return PassageLibrary([indexed(passages_of(Source("plan.md", DOCUMENTS[language]), "plan.md"), "0" * 64)], ["plan.md"])


@pytest.mark.parametrize(("language", "item", "place"), ITEMS)
def test_the_line_about_the_same_thing_comes_first(language: str, item: str, place: int) -> None:
    library = library_in(language)
    assert library.bearing_on(item)[0].passage == library.passages[place - 1]


@pytest.mark.parametrize(("language", "item"), STRANGE)
def test_an_item_about_something_else_finds_nothing(language: str, item: str) -> None:
    assert library_in(language).bearing_on(item) == ()


@pytest.mark.parametrize("language", DOCUMENTS)
def test_nothing_of_another_language_bears_on_an_item(language: str) -> None:
    library = library_in(language)
    # What languages share is names and numbers; these items have none of the document's.
    assert [item for other, item in STRANGE if other != language and library.bearing_on(item)] == []


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Falsche Bremscheiben in Paketen halbieren", 5),
        ("Werkstäten bestellen ohne Anruf", 1),
        ("Mechnaiker bekommen auf ihr Foto eine Antwort", 4),
    ],
)
def test_a_slip_of_the_keys_is_seen_through(item: str, place: int) -> None:
    library = library_in("de")
    assert library.bearing_on(item)[0].passage == library.passages[place - 1]
