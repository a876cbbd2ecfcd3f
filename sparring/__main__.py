"""`python -m sparring` and the `sparring` command."""


def main() -> None:
    """Run the command line; everything heavier than click is imported by the command that needs it."""
    from sparring.cli import run

    run()


if __name__ == "__main__":
    main()
