"""``python -m calculator``: see ``calculator.command``."""

from calculator.command import main

if __name__ == "__main__":
    raise SystemExit(main())
