"""Writes docs/masalah/: one page for each problem code."""

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.manual import PAGES, documents

written = documents(_lingkungan.ROOT)
for path in (_lingkungan.ROOT / PAGES).glob("*.md"):
    if path.relative_to(_lingkungan.ROOT).as_posix() not in written:
        path.unlink()
for path, text in written.items():
    (_lingkungan.ROOT / path).write_text(text, encoding="utf-8", newline="\n")
print(f"Menulis {len(written)} halaman di {PAGES.as_posix()}/.")
