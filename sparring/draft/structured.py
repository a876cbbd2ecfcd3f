"""Drafts as data: YAML and JSON of unknown schema."""

from sparring.draft.json_values import parse_json
from sparring.draft.outline import Outline
from sparring.draft.records import read_values
from sparring.draft.values import NotThisFormatError, Scalar
from sparring.draft.yaml_values import parse_yaml
from sparring.text import Source


def read_json(source: Source) -> Outline:
    """Read JSON (or JSON lines).

    Raises:
        NotThisFormatError: it is no JSON.
    """
    return read_values(parse_json(source.text))


def read_yaml(source: Source) -> Outline:
    """Read YAML.

    Raises:
        NotThisFormatError: it is no YAML.
    """
    documents = parse_yaml(source.text)
    if all(isinstance(document, Scalar) for document in documents):
        raise NotThisFormatError("words without a key")
    return read_values(documents)
