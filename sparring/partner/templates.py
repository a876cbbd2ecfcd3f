"""The templates that a model's messages are made from: files in `prompts/partner/`, which a coach can edit.

They are never made of a draft, a document or an answer: those come as values, each already one line of JSON (`partner.material`). A name
that a template uses and nobody gives is an error, not a gap.
"""

from functools import cache
from typing import TYPE_CHECKING

from sparring.packaged import packaged

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


@cache
def _environment() -> "SandboxedEnvironment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(packaged("prompts") / "partner"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )


def rendered(name: str, **values: object) -> str:
    """Return the template `name` ("turn" for `turn.j2`) filled in."""
    return _environment().get_template(f"{name}.j2").render(values).strip()


def load() -> None:
    """Load what rendering needs, so that the first prompt does not wait for it."""
    for name in ("system", "turn", "reading", "second_reader"):
        _environment().get_template(f"{name}.j2")
