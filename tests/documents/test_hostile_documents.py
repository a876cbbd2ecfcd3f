"""Documents that are locked, damaged, mislabelled or made to harm: each is one sentence, and the next one is read."""

import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sparring.documents import worker
from sparring.documents.reading import read_document
from sparring.documents.worker import ConversionDied, ConversionTimeout, Worker
from sparring.text import TextError
from tests.documents.files import changed_part, document, pdf, presentation, titled, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
BODY = b"<w:body>"
SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a0 "lollol">%s<!ENTITY file SYSTEM "file:///etc/hosts">]>' % b"".join(
    b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10) for number in range(1, 10)
)


def refusal(path: Path) -> str:
    with pytest.raises(TextError) as caught:
        read_document(path)
    sentence = str(caught.value)
    assert sentence.startswith(path.name)
    assert "Traceback" not in sentence
    return sentence


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return document(tmp_path / "good.docx", lambda made: made.add_paragraph("We sell to small shops."))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return workbook(tmp_path / "good.xlsx", {"Goals": [["Objective", "Key Result"], ["Grow", "NPS"]]})


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.docx", b"", "is empty"),
        ("zeros.xlsx", b"\0" * 5000, "is empty"),
        ("locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        ("old.doc", OLE + "WordDocument".encode("utf-16-le"), "save it as .docx"),
        ("old.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "save it as .pptx"),
        ("old.docx", OLE + "Workbook".encode("utf-16-le"), "save it as .xlsx"),
        ("other.docx", OLE, "no document that can be read"),
        ("letter.rtf", rb"{\rtf1 Small shops.}", "save it as .docx"),
        ("link.gdoc", b'{"doc_id": "1"}', "save it as .docx"),
        ("noise.pptx", bytes(range(256)) * 20, "no document that can be read"),
        ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged"),
        ("cut.docx", b"PK\x03\x04" + b"x" * 300, "damaged"),
        ("blank.html", b"<html><body><p> </p></body></html>", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert says in refusal(tmp_path / name)


def test_a_pdf_with_a_password_is_locked_and_one_of_pictures_says_so(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (60, 60), "red").save(tmp_path / "scan.png")
    scanned = pdf(tmp_path / "scan.pdf", [lambda page: page.image(str(tmp_path / "scan.png"))])
    assert "holds no text, only pictures" in refusal(scanned)
    assert "protected with a password" in refusal(pdf(tmp_path / "locked.pdf", [lambda page: page.prose("Secret")], password="p"))
    assert "holds no text." in refusal(pdf(tmp_path / "blank.pdf", [lambda page: None]))


@pytest.mark.parametrize("keep", [0.2, 0.6, 0.95])
def test_office_files_that_are_cut_off_are_damaged(tmp_path: Path, keep: float, draft: Path, table: Path) -> None:
    slides = presentation(tmp_path / "good.pptx", [titled("Where we play", (0, "Small shops"))])
    for whole in (draft, table, slides):
        data = whole.read_bytes()
        path = whole.with_stem("cut")
        path.write_bytes(data[: int(len(data) * keep)])
        assert "damaged" in refusal(path)


def test_other_archives_and_open_documents_are_named(tmp_path: Path) -> None:
    for name, member, says in (
        ("photos.docx", "photo.jpg", "no document that can be read"),
        ("draft.odt", "mimetype", "OpenDocument"),
        ("nested.xlsx", "inner.zip", "no document that can be read"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(member, "application/vnd.oasis.opendocument.text")
        assert says in refusal(tmp_path / name)


def test_an_archive_that_unpacks_to_far_more_is_not_unpacked(tmp_path: Path, draft: Path) -> None:
    bomb = changed_part(draft, tmp_path / "bomb.docx", "word/document.xml", lambda data: data.replace(BODY, BODY + b" " * 60_000_000))
    assert bomb.stat().st_size < 1_000_000
    assert "holds too much" in refusal(bomb)


def test_pictures_however_large_are_not_unpacked(tmp_path: Path, draft: Path) -> None:
    with zipfile.ZipFile(draft, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * 150_000_000)
    worker_of_little_memory = Worker(memory=140_000_000)
    assert worker_of_little_memory.convert("package", draft.read_bytes())["text"] == "We sell to small shops.\n"
    worker_of_little_memory.close()


@pytest.mark.parametrize(
    "change",
    [
        lambda data: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', data),
        lambda data: data.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
        lambda data: data.replace(b"</sheetData>", b"".join(b'<row r="%d"/>' % row for row in range(10, 60_000)) + b"</sheetData>"),
    ],
)
def test_cells_that_a_sheet_only_declares_cost_nothing(tmp_path: Path, table: Path, change: Callable[[bytes], bytes]) -> None:
    assert "| Grow | NPS |" in read_document(changed_part(table, tmp_path / "wide.xlsx", SHEET, change)).text


def test_a_sheet_of_many_thousand_rows_is_no_draft(tmp_path: Path, table: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(10, 20_000))
    path = changed_part(table, tmp_path / "data.xlsx", SHEET, lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>"))
    assert "holds too much" in refusal(path)


@pytest.mark.parametrize("entity", [b"&a9;", b"&file;"])
def test_entities_are_neither_blown_up_nor_fetched(tmp_path: Path, draft: Path, table: Path, entity: bytes) -> None:
    slides = presentation(tmp_path / "good.pptx", [titled("Where we play", (0, "Small shops"))])
    parts = (("word/document.xml", b"small"), ("xl/sharedStrings.xml", b"Grow"), ("ppt/slides/slide1.xml", b"Small"))
    for path, (part, word) in zip((draft, table, slides), parts, strict=True):

        def with_entities(data: bytes, word: bytes = word) -> bytes:
            return re.sub(rb"(<\?xml[^>]*\?>)", rb"\1" + ENTITIES, data, count=1).replace(word, entity, 1)

        changed = changed_part(path, path.with_stem("entity"), part, with_entities)
        try:
            text = read_document(changed).text
        except TextError as error:
            text = str(error)
        assert "lollol" not in text
        assert "localhost" not in text


def test_a_picture_that_lies_elsewhere_is_not_fetched(tmp_path: Path, draft: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words")
    link = (tmp_path / "secret.txt").as_uri().encode()
    relation = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="%s" TargetMode="External"/>'
    )
    linked = changed_part(
        draft,
        tmp_path / "a.docx",
        "word/_rels/document.xml.rels",
        lambda data: data.replace(b"</Relationships>", relation % link + b"</Relationships>"),
    )
    picture = (
        b'<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic '
        b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
        b'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rIdX" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        b"</wp:inline></w:drawing></w:r></w:p>"
    )
    path = changed_part(linked, tmp_path / "b.docx", "word/document.xml", lambda data: data.replace(BODY, BODY + picture))
    assert read_document(path).text == "We sell to small shops.\n"


def test_a_converter_that_hangs_is_ended(draft: Path) -> None:
    impatient = Worker(seconds=0.001)
    with pytest.raises(ConversionTimeout):
        impatient.convert("package", draft.read_bytes())
    impatient.close()


def test_a_converter_that_wants_too_much_memory_is_ended_and_the_next_document_is_read(tmp_path: Path) -> None:
    stream = zlib.compress(zlib.compress(b" " * 400_000_000))
    bomb = pdf_of_stream(stream)
    small = Worker(memory=150_000_000)
    with pytest.raises(ConversionDied):
        small.convert("pdf", bomb)
    assert small.convert("html", b"<p>Small shops.</p>") == {"text": "Small shops.\n", "places": []}
    small.close()


def pdf_of_stream(stream: bytes) -> bytes:
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(data))


def test_a_process_that_is_gone_is_started_again(draft: Path) -> None:
    used = Worker()
    first = used.convert("package", draft.read_bytes())
    used.close()
    assert used.convert("package", draft.read_bytes()) == first
    used.close()


def test_one_process_serves_one_document_after_the_other_and_says_nothing(
    draft: Path, table: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        assert read_document(draft).text == "We sell to small shops.\n"
        assert "NPS" in read_document(table).text
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "open('/etc/hosts').read()",
        "open('/tmp/written', 'w')",
    ],
)
def test_where_documents_are_converted_nothing_else_can_be_reached(code: str) -> None:
    script = f"from sparring.documents.child import _forbid; _forbid()\ntry:\n    exec({code!r})\nexcept PermissionError: print('refused')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout == "refused\n", done.stderr


def test_the_program_itself_loads_no_converter(draft: Path, table: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from sparring.documents.reading import read_document\n"
        "for path in sys.argv[1:]: print(len(read_document(Path(path)).text))\n"
        "print({name.partition('.')[0] for name in sys.modules} & {'markitdown', 'mammoth', 'openpyxl', 'pandas', 'lxml'})"
    )
    done = subprocess.run([sys.executable, "-c", script, draft, table], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[2:] == ["set()"], done.stderr


def test_an_answer_that_is_none_is_not_believed(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for answer in (
        {},
        {"text": 5, "places": []},
        {"text": "Words", "places": [[9, "page 1"]]},
        {"text": "Words", "places": [[0, 1]]},
        {"trouble": 7},
    ):
        monkeypatch.setattr(worker, "convert", lambda form, data, answer=answer: answer)
        refusal(draft)


def test_without_what_it_needs_the_one_command_that_adds_it_is_told(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "convert", lambda form, data: {"trouble": "not-installed"})
    sentence = refusal(draft)
    assert re.search(r"install .*\[documents\]", sentence)
