"""Which models a bout is fought with: by options, environment, settings and keyring, and where a key goes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError

from sparring.casting import Wanted, cast_from
from sparring.casting.choosing import wanted_partner
from sparring.casting.endpoints import endpoint_named
from sparring.casting.keys import KeyringAway, ask_whether_keyring_works, forget_key, keep_key
from sparring.casting.partners import PartnersSetUp
from sparring.partner.endpoint import OPENAI, Endpoint
from sparring.partner.faults import CallFault
from sparring.settings import EndpointSettings, Settings, SettingsError
from sparring.settings.readers import readable_by_others
from tests.scripted_endpoint import ScriptedEndpoint

SECRET = "sk-very-secret-7f3a"
WORK = "https://llm.example.com/v1"


class Held(KeyringBackend):
    """A keyring in memory, or one that is locked."""

    priority = 9.0

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's own
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        if self.locked:
            raise KeyringLocked(f"locked, and it holds {SECRET}")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked(f"could not keep {password}")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def held() -> Iterator[Held]:
    before = keyring.get_keyring()
    keyring.set_keyring(backend := Held())
    yield backend
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def settings_with(**work: object) -> Settings:
    """Return settings with one endpoint, `work`."""
    return Settings(endpoints={"work": EndpointSettings(**{"base_url": WORK, **work})})  # type: ignore[arg-type]


def endpoint(name: str, settings: Settings, environment: dict[str, str], base_url: str = "") -> Endpoint:
    return endpoint_named(name, "large", settings, environment, base_url=base_url)


def missing(settings: Settings, wanted: Wanted, environment: dict[str, str]) -> str:
    """Return what a person is told when something is missing."""
    with pytest.raises(CallFault) as fault:
        cast_from(settings, wanted, environment)
    assert SECRET not in str(fault.value)
    return str(fault.value)


# -- which partner ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "variable", "wanted", "partner"),
    [
        ("", "", Wanted(), ""),
        ("offline", "", Wanted(), ""),
        ("work/large", "", Wanted(), "work/large"),
        ("work/large", "openai/small", Wanted(), "openai/small"),
        ("work/large", "openai/small", Wanted("local"), "local"),
        ("work/large", "offline", Wanted(), ""),
        ("work/large", "", Wanted("offline"), ""),
        ("", "", Wanted(model="small"), "openai"),
        ("offline", "", Wanted(model="small"), "openai"),
        ("work/large", "", Wanted(model="small"), "work/large"),
        ("work/large", "", Wanted(model_file="tiny.gguf"), "local"),
        ("", "", Wanted(base_url="http://127.0.0.1:8080/v1"), "openai"),
    ],
)
def test_options_come_before_the_environment_and_that_before_settings(setting: str, variable: str, wanted: Wanted, partner: str) -> None:
    assert wanted_partner(Settings(partner=setting), wanted, {"SPARRING_PARTNER": variable}) == partner


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("offline", model="x"),
        Wanted("openai", model_file="x"),
        Wanted("local", model="x"),
        Wanted(model_file="x", base_url="http://a/v1"),
    ],
)
def test_options_that_do_not_go_together_are_refused_with_what_to_leave_out(wanted: Wanted) -> None:
    with pytest.raises(SettingsError, match="leave --"):
        cast_from(Settings(), wanted, {})


def test_without_a_choice_the_partner_is_offline_and_nothing_of_a_model_is_loaded() -> None:
    program = (
        "import sys; from sparring.casting import cast_from; from sparring.casting.partners import PartnersSetUp\n"
        "from sparring.settings import Settings\n"
        "assert cast_from(Settings(), environment={}) is None; PartnersSetUp(Settings(), environment={}).offers()\n"
        "print(sorted({'pydantic', 'keyring', 'openai', 'langchain_core', 'httpx2', 'jinja2', 'xllamacpp'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_partner_that_is_not_set_up_is_told_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match=r"no partner “wrk”.*offline, local, openai, work"):
        cast_from(settings_with(), Wanted("wrk/large"), {})


def test_a_model_s_name_may_hold_slashes() -> None:
    cast = cast_from(settings_with(key=SECRET), Wanted("work/meta/large-8b"), {})
    assert cast is not None
    assert (cast.speaker.model, cast.speaker.host) == ("meta/large-8b", "llm.example.com")


def test_without_a_model_the_first_of_the_settings_is_asked_or_the_two_ways_to_name_one_are_told() -> None:
    assert endpoint_named("work", "", settings_with(key=SECRET, models=("large", "small")), {}).model == "large"
    told = missing(settings_with(key=SECRET), Wanted("work"), {})
    assert "--model MODEL" in told
    assert 'partner = "work/MODEL"' in told
    assert "sparring models work" in told


# -- keys ------------------------------------------------------------------------------------------------------------------


def test_openai_s_variables_do_without_a_settings_file() -> None:
    found = endpoint("openai", Settings(), {"OPENAI_API_KEY": f" {SECRET}\n", "OPENAI_BASE_URL": "https://gate.example.com/v1/"})
    assert (found.key, found.base_url, found.key_from) == (SECRET, "https://gate.example.com/v1", "OPENAI_API_KEY in the environment")
    assert endpoint("openai", Settings(), {"OPENAI_API_KEY": SECRET}).base_url == OPENAI


def test_a_key_is_looked_for_in_the_environment_then_in_settings_then_in_the_keyring(held: Held) -> None:
    keep_key("work", WORK, "from the keyring")
    settings = settings_with(key="from settings", key_env="WORK_KEY")
    assert endpoint("work", settings, {"WORK_KEY": "from the environment"}).key == "from the environment"
    assert endpoint("work", settings, {}).key == "from settings"
    assert held.asked == 0
    assert endpoint("work", settings_with(key_env="WORK_KEY"), {}).key == "from the keyring"
    only = settings_with(key="from settings", key_env="WORK_KEY", key_from="keyring")
    assert endpoint("work", only, {"WORK_KEY": "from the environment"}).key == "from the keyring"


@pytest.mark.usefixtures("held")
def test_without_a_key_two_ways_to_give_one_are_told() -> None:
    told = missing(Settings(), Wanted("openai/large"), {})
    assert "No key was found for openai (api.openai.com)" in told
    assert "sparring key set openai" in told
    assert "set OPENAI_API_KEY in the environment" in told
    assert "WORK_KEY" in missing(settings_with(key_env="WORK_KEY"), Wanted("work/large"), {})


def test_without_a_keyring_the_two_ways_are_environment_and_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sparring.casting.keys.find_spec", lambda name: None)
    told = missing(Settings(), Wanted("openai/large"), {})
    assert "sparring key set" not in told
    assert "[endpoints.openai] in your settings" in told
    with pytest.raises(KeyringAway, match=r"okr-sparring\[keyring\]|\[keyring\]"):
        ask_whether_keyring_works()


def test_a_locked_keyring_holds_no_key_and_says_nothing_of_what_it_holds(held: Held) -> None:
    held.locked = True
    assert endpoint("work", settings_with(), {}).key == ""
    for use in (lambda: keep_key("work", WORK, SECRET), lambda: forget_key("work", WORK), ask_whether_keyring_works):
        with pytest.raises(KeyringAway) as away:
            use()
        assert SECRET not in str(away.value)
        assert away.value.__cause__ is None
        assert away.value.__suppress_context__


def test_no_keyring_is_asked_for_an_endpoint_on_this_machine(held: Held) -> None:
    assert endpoint("work", settings_with(base_url="http://localhost:8080/v1"), {}).key == ""
    assert held.asked == 0


def test_a_key_that_was_forgotten_is_not_found(held: Held) -> None:
    keep_key("work", WORK, SECRET)
    assert forget_key("work", WORK)
    assert not forget_key("work", WORK)
    assert held.kept == {}


def test_the_keyring_s_key_of_a_name_goes_to_no_other_host(held: Held) -> None:
    keep_key("work", WORK, SECRET)
    for elsewhere in (
        "https://evil.net/v1",
        "http://llm.example.com/v1",
        "https://llm.example.com:8443/v1",
        "https://llm.example.com.evil.net/v1",
    ):
        assert endpoint("work", settings_with(base_url=elsewhere), {}).key == ""
    assert len(held.kept) == 1


@pytest.mark.usefixtures("held")
def test_an_address_that_is_typed_gets_the_key_in_the_environment_and_nothing_else_of_the_person_s() -> None:
    keep_key("work", WORK, SECRET)
    settings = settings_with(key=SECRET, key_env="WORK_KEY", headers={"X-Token": SECRET})
    typed = "http://127.0.0.1:9/v1"
    assert endpoint("work", settings, {"WORK_KEY": "k"}, typed).key == "k"
    without = endpoint("work", settings, {}, typed)
    assert (without.key, dict(without.headers), without.base_url) == ("", {}, typed)
    assert endpoint("work", settings, {}, f"{WORK}/").headers == {"X-Token": SECRET}


@pytest.mark.parametrize(
    "address", ["llm.example.com", "ftp://a/v1", "https://me:pw@a/v1", "https://a/v1?x=1", "https://a/v1#x", "https:///v1"]
)
def test_an_address_that_is_none_is_refused_wherever_it_comes_from(address: str) -> None:
    with pytest.raises(SettingsError):
        cast_from(Settings(), Wanted("openai/large", base_url=address), {"OPENAI_API_KEY": SECRET})
    with pytest.raises(SettingsError, match="OPENAI_BASE_URL"):
        cast_from(Settings(), Wanted("openai/large"), {"OPENAI_API_KEY": SECRET, "OPENAI_BASE_URL": address})


def test_a_header_may_hold_what_the_environment_does() -> None:
    settings = settings_with(headers={"Authorization": "Bearer ${WORK_TOKEN}", "X-Team": "growth"}, key_env="WORK_KEY")
    assert endpoint("work", settings, {"WORK_TOKEN": SECRET}).headers == {"Authorization": f"Bearer {SECRET}", "X-Team": "growth"}
    assert "WORK_TOKEN" in missing(settings, Wanted("work/large"), {})


def test_a_key_is_in_nothing_that_is_printed() -> None:
    settings = settings_with(key=SECRET, headers={"X": SECRET})
    cast = cast_from(settings, Wanted("work/large"), {})
    assert SECRET not in repr((endpoint("work", settings, {}), cast, settings))


def test_limits_and_prices_of_the_settings_are_the_endpoint_s() -> None:
    said = {"connect_seconds": 9.0, "quiet_seconds": 70.0, "context_tokens": 8_000, "prompt_price": 0.25, "reply_price": 2.0}
    found = endpoint("work", settings_with(key=SECRET, **said), {})
    assert {name: getattr(found, name) for name in said} == said
    assert endpoint("work", settings_with(key=SECRET), {}).quiet_seconds == Endpoint("x", "y").quiet_seconds


@pytest.mark.parametrize(("mode", "warned"), [(0o600, False), (0o640, True), (0o604, True)])
def test_settings_with_a_key_that_others_can_read_are_warned_about(tmp_path: Path, mode: int, warned: bool) -> None:
    (tmp_path / "settings.toml").touch()
    (tmp_path / "settings.toml").chmod(mode)
    warning = readable_by_others(tmp_path / "settings.toml", settings_with(key=SECRET))
    assert ("chmod 600" in warning) is warned
    assert SECRET not in warning
    assert readable_by_others(tmp_path / "settings.toml", settings_with()) == ""


# -- who reads -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "reader"),
    [
        (Wanted("work/large"), "large"),
        (Wanted("work/large", second_reader="off"), None),
        (Wanted("work/large", second_reader="work/small"), "small"),
        (Wanted("work/large", voice="bank"), None),
    ],
)
def test_a_model_s_words_are_read_by_the_same_model_unless_somebody_says_otherwise(wanted: Wanted, reader: str | None) -> None:
    cast = cast_from(settings_with(key=SECRET), wanted, {})
    assert cast is not None
    assert (cast.second_reader.model if cast.second_reader else None) == reader
    if reader == "large":
        assert cast.second_reader is cast.speaker


def test_a_second_reader_s_key_is_its_own_endpoint_s() -> None:
    settings = settings_with(key=SECRET)
    assert "OPENAI_API_KEY" in missing(settings, Wanted("work/large", second_reader="openai/small"), {})


# -- model files -----------------------------------------------------------------------------------------------------------


def test_a_model_file_that_is_missing_is_told_with_the_two_ways_to_name_one(tmp_path: Path) -> None:
    told = missing(Settings(), Wanted("local"), {})
    assert "--model-file FILE" in told
    assert 'model_file = "FILE"' in told
    assert "gone.gguf" in missing(Settings(model_file=str(tmp_path / "gone.gguf")), Wanted("local"), {})


# -- the picker ------------------------------------------------------------------------------------------------------------


def test_the_picker_offers_what_is_set_up_the_usual_one_first() -> None:
    settings = Settings(
        partner="work/large",
        model_file="~/tiny.gguf",
        endpoints={"here": EndpointSettings("http://127.0.0.1:8080/v1"), "work": EndpointSettings(WORK, models=("small",))},
    )
    offers = PartnersSetUp(settings, environment={}).offers()
    assert [(each.name, each.model, each.host, each.reader) for each in offers] == [
        ("work", "large", "llm.example.com", "large"),
        ("openai", "", "api.openai.com", ""),
        ("here", "", "", ""),
        ("local", "tiny", "", "tiny"),
    ]


def test_the_picker_says_where_the_second_reader_s_text_goes_too() -> None:
    settings = Settings(
        second_reader="openai/small", endpoints={"here": EndpointSettings("http://127.0.0.1:8080/v1"), "work": EndpointSettings(WORK)}
    )
    offers = {each.name: (each.host, each.reader) for each in PartnersSetUp(settings, environment={}).offers()}
    assert offers == {
        "openai": ("api.openai.com", "openai/small"),
        "here": ("api.openai.com", "openai/small"),
        "work": ("llm.example.com, api.openai.com", "openai/small"),
    }


def test_a_wrong_address_in_the_environment_stops_nobody_who_does_not_use_it() -> None:
    assert PartnersSetUp(Settings(), environment={"OPENAI_BASE_URL": "nonsense"}).offers() == ()


async def test_the_picker_casts_another_model_of_an_endpoint_and_says_what_is_missing(held: Held) -> None:
    partners = PartnersSetUp(settings_with(key=SECRET), Wanted("work/large", second_reader="off"), {})
    cast = await partners.cast("work", "small")
    assert (cast.speaker.model, cast.second_reader) == ("small", None)
    assert (await partners.cast("work")).speaker.model == "large"
    with pytest.raises(CallFault, match="OPENAI_API_KEY"):
        await partners.cast("openai", "small")


async def test_the_picker_lists_the_models_of_the_settings_or_else_those_of_the_endpoint(held: Held) -> None:
    with ScriptedEndpoint(models=("tiny", "large")) as scripted:
        listed = settings_with(base_url=scripted.base_url)
        assert set(await PartnersSetUp(listed, environment={}).models_of("work")) == {"tiny", "large"}
        named = settings_with(base_url=scripted.base_url, models=("mine",))
        assert await PartnersSetUp(named, environment={}).models_of("work") == ("mine",)
        assert len(scripted.others) == 1


def test_keyrings_that_are_not_there_are_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*args: str) -> None:
        raise NoKeyringError("No recommended backend was available.")

    monkeypatch.setattr(keyring, "get_password", nothing)
    assert endpoint("work", settings_with(), {}).key == ""
    with pytest.raises(KeyringAway, match=r"docs/models\.md"):
        ask_whether_keyring_works()
