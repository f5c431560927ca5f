"""Write the JSON Schemas and editor settings from the model: python3 scripts/skema.py"""

from __future__ import annotations

import sys

from _lingkungan import enter

if __name__ == "__main__":
    enter("requirements.lock")
    from site_src.cli import main

    raise SystemExit(main(["skema", *sys.argv[1:]]))
