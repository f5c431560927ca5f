"""Writes docs/masalah/, one page for each problem code, docs/isi.md, the table of everything written by hand, and the list of records in the issue form."""

import _bantuan
import _lingkungan

HELP = """\
Pemakaian: python3 scripts/docs.py

Menulis docs/masalah/ (satu halaman untuk tiap kode masalah), docs/isi.md, dan daftar hotline dan layanan di
formulir laporan (.github/ISSUE_TEMPLATE/nomor-tidak-menjawab.yml) dari kode dan isi.
Kode keluar: 0 tertulis."""

_bantuan.no_options(HELP)
_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src import issue_form
from site_src.load import load_site
from site_src.manual import PAGES, documents
from site_src.model import newest_date
from site_src.survey import FILE, as_document, rows

written = documents(_lingkungan.ROOT)
for path in (_lingkungan.ROOT / PAGES).glob("*.md"):
    if path.relative_to(_lingkungan.ROOT).as_posix() not in written:
        path.unlink()
for path, text in written.items():
    (_lingkungan.ROOT / path).write_text(text, encoding="utf-8", newline="\n")
print(f"Menulis {len(written)} halaman di {PAGES.as_posix()}/.")
site = load_site(_lingkungan.ROOT).site
(_lingkungan.ROOT / FILE).write_text(as_document(list(rows(site, newest_date(site)))), encoding="utf-8", newline="\n")
print(f"Menulis {FILE.as_posix()}.")
form = _lingkungan.ROOT / issue_form.FILE
form.write_text(issue_form.with_names(form.read_text(encoding="utf-8"), site), encoding="utf-8", newline="\n")
print(f"Menulis daftar di {issue_form.FILE.as_posix()}.")
