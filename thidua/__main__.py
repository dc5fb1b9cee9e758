"""`python -m thidua`, and the program `thidua`."""

from __future__ import annotations

from thidua.cli.main import main

if __name__ == "__main__":
    main()
