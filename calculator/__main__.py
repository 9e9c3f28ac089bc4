"""``python -m calculator``: see ``calculator.command``."""

from calculator.command import main

raise SystemExit(main())
