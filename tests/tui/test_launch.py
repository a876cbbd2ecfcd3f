"""What a launch loads before the first screen is painted."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_first_screens_are_painted_without_loading_the_bout(tmp_path: Path) -> None:
    home = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")} | {"HOME": str(tmp_path)}
    program = (
        "import sys\n"
        "import sparring.cli.spar, sparring.tui.app, sparring.tui.beginning, sparring.tui.welcome\n"
        "from sparring.cli.sources import place_of\n"
        "from pathlib import Path\n"
        "place_of(Path.cwd())\n"
        "core = {'sparring.opening', 'sparring.session', 'sparring.record.events', 'sparring.lenses.catalogue', 'pydantic', 'yaml'}\n"
        "core |= {'openai', 'httpx2', 'langchain_core', 'xllamacpp', 'jinja2', 'keyring', 'pydantic_settings'}\n"
        "print(sorted(core & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=home, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
