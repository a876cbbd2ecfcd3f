"""`python -m sparring` and the `sparring` command."""

import os


def main() -> None:
    """Run the command line; everything heavier than click is imported by the command that needs it."""
    # A plugin of Pydantic installed beside us would see every entry of every transcript.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from sparring.cli import run

    run()


if __name__ == "__main__":
    main()
