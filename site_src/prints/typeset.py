"""A sheet's data and the template in, a PDF out: the same bytes for the same data, with fonts of our own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def typeset(sheet: Mapping[str, Any]) -> bytes:
    """One sheet as a PDF."""
    pdf: bytes = _compiler().compile(format="pdf", sys_inputs={"lembar": json.dumps(sheet, ensure_ascii=False)}, timestamp=0)
    return pdf


@lru_cache(maxsize=1)
def _compiler() -> Any:
    """One compiler for all sheets; no font of the computer, so that a sheet looks and breaks the same everywhere."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(HERE / "fonts")])
    return typst.Compiler(str(HERE / "lembar.typ"), root=str(HERE), font_paths=fonts)
