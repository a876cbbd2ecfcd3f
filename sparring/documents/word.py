"""Word documents as Markdown."""

from io import BytesIO

import mammoth

from sparring.documents.markup import write_markup
from sparring.documents.outcome import Converted
from sparring.documents.writing import Writing

_STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
comment-reference =>
strike => s
"""


def document(data: bytes) -> Converted:
    """Convert a Word document; its headings name the places, as its pages are made when it is shown."""
    made = mammoth.convert_to_html(
        BytesIO(data),
        style_map=_STYLES,
        convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
        include_embedded_style_map=False,
        external_file_access=False,
    )
    writing = Writing(places_by_heading=True)
    write_markup(made.value, writing)
    return writing.done()
