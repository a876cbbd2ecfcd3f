"""What people set in their own settings file and in a workspace's, and what they are told when it cannot be used."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from sparring.settings import EndpointSettings, Settings, SettingsError, load_settings, remember_theme
from sparring.settings.told import EXPECTED, EXPECTED_OF_ENDPOINT

SECRET = "sk-very-secret-7f3a"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "sparring.toml"


def told(own: Path, workspace: Path | None = None) -> str:
    """Return what a person is told about files that cannot be used."""
    with pytest.raises(SettingsError) as wrong:
        load_settings(own, workspace)
    sentence = str(wrong.value)
    assert SECRET not in sentence
    for technical in ("Input should", "pydantic", "validation", "Traceback", "unexpected keyword"):
        assert technical not in sentence
    return sentence


def test_a_workspace_comes_before_the_persons_own_settings(own: Path, workspace: Path) -> None:
    own.write_text('team = "Mine"\nrounds = 3\n[endpoints.work]\nbase_url = "https://llm.example.com/v1/"\nquiet_seconds = 60\n')
    workspace.write_text('team = "Ours"\npartner = "work/large"\n[endpoints.work]\nmodels = ["large"]\n')
    settings = load_settings(own, workspace)
    assert (settings.team, settings.rounds, settings.partner) == ("Ours", 3, "work/large")
    work = settings.endpoints["work"]
    assert (work.base_url, work.quiet_seconds, work.models) == ("https://llm.example.com/v1/", 60, ("large",))


def test_without_files_everything_has_its_default(own: Path, workspace: Path) -> None:
    assert load_settings(own, workspace) == Settings()


def test_a_launch_without_settings_does_not_wait_for_pydantic(own: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sparring.settings import load_settings\n"
        f"load_settings(Path({str(own)!r}), Path({str(own)!r}))\n"
        "print(sorted({'pydantic', 'pydantic_settings', 'keyring', 'tomlkit', 'openai', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("name", [each.name for each in fields(Settings)])
def test_each_setting_that_is_wrong_is_told_with_a_line_that_would_do(own: Path, name: str) -> None:
    what, example = EXPECTED[name]
    own.write_text(f"{name} = [[1]]\n")
    sentence = told(own)
    assert str(own) in sentence
    assert f"`{name}`" in sentence
    assert what in sentence
    assert example in sentence


@pytest.mark.parametrize("name", [each.name for each in fields(EndpointSettings)])
def test_each_setting_of_an_endpoint_that_is_wrong_is_told_with_a_line_that_would_do(own: Path, name: str) -> None:
    own.write_text(f'[endpoints.work]\nbase_url = "https://a/v1"\n{name} = [[1]]\n'.replace('base_url = "https://a/v1"\nbase', "base"))
    sentence = told(own)
    assert f"`{name}` of the endpoint work" in sentence
    assert EXPECTED_OF_ENDPOINT[name][1] in sentence


def test_the_lines_that_are_shown_as_examples_are_settings(own: Path) -> None:
    lines = [example for name, (_, example) in EXPECTED.items() if name not in ("endpoints", "keys")]
    own.write_text("\n".join([*lines, "[endpoints.work]", *(example for _, example in EXPECTED_OF_ENDPOINT.values())]))
    settings = load_settings(own)
    assert settings.endpoints["work"].headers == {"X-Team": "growth", "X-Token": "${WORK_TOKEN}"}
    assert settings.context == ("strategy/", "plan.md")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("round = 5", "Did you mean `rounds`?"),
        ("team = Growth squad", "line 1"),
        ("\xff", "TOML"),
        ('[endpoints.work]\nbase_ulr = "https://a/v1"', "Did you mean `base_url`?"),
        ('[endpoints.work]\nkey = "k"', "has no address"),
        ('[endpoints.work]\nbase_url = "llm.example.com"', "no address of an endpoint"),
        ('[endpoints.work]\nbase_url = "file:///etc/passwd"', "no address of an endpoint"),
        ('[endpoints.work]\nbase_url = "https://\\u0430pi.openai.com/v1"', "easily mistaken"),
        (f'[endpoints.work]\nbase_url = "https://me:{SECRET}@llm.example.com/v1"', "name or a password"),
        (f'[endpoints.work]\nbase_url = "https://llm.example.com/v1?key={SECRET}"', "?"),
        (f'[endpoints.work]\nbase_url = "https://a/v1"\nkey_env = "{SECRET}"', "key itself"),
        (f'[endpoints.work]\nbase_url = "https://a/v1"\nkey = ["{SECRET}"]', "key, in quotes"),
        (f'[endpoints.work]\nbase_url = "https://a/v1"\nheaders = {{ "A b" = "{SECRET}" }}', "cannot be sent"),
        ('[endpoints.work]\nbase_url = "https://a/v1"\nquiet_seconds = 0', "at least 0.1"),
        ('[endpoints.work]\nbase_url = "https://a/v1"\ncontext_tokens = 100', "at least 2,000"),
        ('[endpoints.offline]\nbase_url = "https://a/v1"', "cannot be called"),
        ("[endpoints]\nwork = 3", "heading of its own"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_sentence_for_people_who_do_not_program(own: Path, written: str, words: str) -> None:
    own.write_bytes(written.encode("latin-1"))
    sentence = told(own)
    assert sentence.startswith(str(own))
    assert words in sentence


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (f'[endpoints.team]\nbase_url = "https://a/v1"\nkey = "{SECRET}"', "sparring key set team"),
        (
            '[endpoints.team]\nbase_url = "https://a/v1"\nkey_env = "AWS_SECRET_ACCESS_KEY"',
            "`key_env` of the endpoint team may not stand here",
        ),
        ('[endpoints.team]\nbase_url = "https://a/v1"\nheaders = { X = "${HOME}" }', "`headers` of the endpoint team"),
        ('[endpoints.work]\nkey_from = "keyring"', "`key_from` of the endpoint work"),
        ('[endpoints.work]\nbase_url = "https://llm.example.com.evil.net/v1"', "another address"),
        ('[endpoints.work]\nbase_url = "http://llm.example.com/v1"', "another address"),
        ('[endpoints.work]\nbase_url = "https://llm.example.com/other"', "another address"),
        ('[endpoints.openai]\nbase_url = "https://evil.net/v1"', "another address"),
        ('[endpoints.openai]\nbase_url = "https://api.openai.com/v1"', "another address"),
        ('model_file = "model.gguf"', "model file from others"),
        ("tracing = true", "to a service"),
        ('partner = "langchain:os:system"', "runs code"),
        ('second_reader = "langchain:os:system"', "runs code"),
    ],
)
def test_a_workspace_says_nothing_about_keys_nor_where_a_persons_own_endpoints_are(
    own: Path, workspace: Path, written: str, words: str
) -> None:
    own.write_text(f'[endpoints.work]\nbase_url = "https://llm.example.com/v1"\nkey = "{SECRET}"\n')
    workspace.write_text(written)
    sentence = told(own, workspace)
    assert sentence.startswith(str(workspace))
    assert words in sentence


def test_a_workspace_may_name_an_endpoint_of_its_own_and_repeat_a_persons_address(own: Path, workspace: Path) -> None:
    own.write_text('[endpoints.work]\nbase_url = "https://llm.example.com/v1"\n')
    workspace.write_text('[endpoints.work]\nbase_url = "https://llm.example.com/v1/"\n[endpoints.team]\nbase_url = "https://a/v1"\n')
    assert set(load_settings(own, workspace).endpoints) == {"work", "team"}


def test_a_key_is_in_no_settings_that_are_printed(own: Path) -> None:
    own.write_text(f'[endpoints.work]\nbase_url = "https://a/v1"\nkey = "{SECRET}"\nheaders = {{ Authorization = "{SECRET}" }}\n')
    settings = load_settings(own)
    assert settings.endpoints["work"].key == SECRET
    assert SECRET not in repr(settings)


def test_remembering_the_theme_leaves_everything_else_as_it_stands(own: Path) -> None:
    own.write_text(f'# mine\nteam = "Growth"\n\n[endpoints.work]\nbase_url = "https://a/v1"\nkey = "{SECRET}"  # from IT\n')
    before = own.read_text()
    remember_theme(own, "sparring-light")
    assert own.read_text().replace('theme = "sparring-light"\n', "") == before
    assert own.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("page", ["README.md", "docs/models.md"])
def test_settings_that_a_page_shows_can_be_used_as_they_stand(own: Path, page: str) -> None:
    shown = re.findall(r"```toml\n(.*?)```", (Path(__file__).parents[1] / page).read_text(), re.DOTALL)
    assert shown
    for each in shown:
        own.write_text(each)
        assert "work" in load_settings(own).endpoints


def test_each_setting_of_a_model_is_explained() -> None:
    page = (Path(__file__).parents[1] / "docs" / "models.md").read_text()
    for name in (*(each.name for each in fields(EndpointSettings)), "partner", "voice", "second_reader", "model_file", "cache", "tracing"):
        assert re.search(rf"^{name} =|`{name}( = true)?`", page, re.MULTILINE), name
