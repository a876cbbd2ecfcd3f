"""What a workspace's settings may not say. Its folder may come from anybody: a colleague, a repository, an attachment.

A key goes only where the person who holds it said: to the address in the person's own settings or environment, or typed by that person. So
a workspace may name an endpoint of its own and choose among endpoints, but not say where a key comes from, what else of the environment is
sent, or where an endpoint of the person's own is; and nothing that runs code or opens a model file is taken from it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from sparring.settings import OPENAI_NAME, Settings
from sparring.text import visible

_GIVES_A_KEY: Final = ("key", "key_env", "key_from", "headers")
LANGCHAIN: Final = "langchain:"
"""How a partner begins that is a chat model of LangChain by its import path."""


def only_the_person_says(said: Mapping[str, Any], own: Settings, user: Path) -> str:
    """Return what is wrong in the first thing that a workspace's file says and only a person's own may; "" where there is none.

    Args:
        said: what the file says, endpoints as mappings of what their tables say.
        own: the person's settings.
        user: the person's settings file, to be named.
    """
    return next(_wrongs(said, own, visible(str(user))), "")


def _wrongs(said: Mapping[str, Any], own: Settings, user: str) -> Iterator[str]:
    for name, table in said["endpoints"].items():
        shown = visible(name)
        if given := next((each for each in _GIVES_A_KEY if each in table), None):
            yield (
                f"`{given}` of the endpoint {shown} may not stand here, as others can write and read this file. "
                f"Take the line out and write it into your own settings, {user}"
                + (f", or give the key with `sparring key set {shown}`." if given.startswith("key") else ".")
            )
        if "base_url" in table and (name in own.endpoints or name == OPENAI_NAME):
            of_own = own.endpoints[name].base_url if name in own.endpoints else ""
            if table["base_url"].rstrip("/") != of_own.rstrip("/"):
                yield (
                    f"it sends the endpoint {shown} to another address than yours, and your key would go there. It is not used. "
                    "If you want that address, give this endpoint another name here; otherwise take the base_url out."
                )
    if said.get("model_file"):
        yield f"`model_file` may not stand here, as a model file from others can do harm. Write it into your own settings, {user}."
    if said.get("tracing"):
        yield f"`tracing` may not stand here, as it sends drafts to a service. Write it into your own settings, {user}."
    for name in ("partner", "second_reader"):
        if str(said.get(name, "")).startswith(LANGCHAIN):
            yield f"`{name}` may not name a chat model of LangChain here, as that runs code. Write it into your own settings, {user}."
