"""The settings of Sveltia CMS, made from the model: one collection for each folder, one form for each file."""

from __future__ import annotations

from typing import Any

from ..layout import FOLDERS, LIST_KEY, LISTS, SETTINGS
from ..model import Site
from ..model.base import SLUG
from .fields import fields_of, list_field, options_of

ORIGIN = {"name": "asal_berkas", "label": "Asal berkas", "widget": "hidden"}
"""Which text an entry was read from, so that saving keeps its comments and order; never written."""
FOLDER_LABELS = {"layanan": ("Layanan", "layanan"), "topik": ("Kebutuhan", "kebutuhan"), "pencegahan": ("Pencegahan", "halaman pencegahan"),
                 "panduan": ("Panduan", "panduan"), "alur": ("Alur", "alur"),
                 "kabar": ("Kabar", "kabar"), "bahasa": ("Bahasa lain", "bahasa")}
FILE_LABELS = {"hotlines.yaml": "Nomor hotline", "content/istilah.yaml": "Istilah", "content/sumber.yaml": "Sumber", "content/hukum.yaml": "Hukum",
               "content/hormat.yaml": "Kata yang menghormati", "content/peran.yaml": "Peran kata", "content/kla.yaml": "Indikator Kota Layak Anak", "content/libur.yaml": "Hari libur",
               "content/alamat-pendek.yaml": "Alamat pendek", "content/wilayah.yaml": "Wilayah", "content/lembaga.yaml": "Lembaga", "content/kebijakan.yaml": "Kebijakan"}
BODY = {"name": "body", "label": "Tulisan halaman", "widget": "text", "required": False,
        "hint": "Baris kosong memisahkan alinea. Judul bagian mulai dari ##. Nomor ditulis sebagai kode singkat, misalnya {{ hotline: sapa-129 }}."}
COMMIT = {"create": "Menambah {{collection}} “{{slug}}”", "update": "Mengubah {{collection}} “{{slug}}”", "delete": "Menghapus {{collection}} “{{slug}}”"}


def config(site: Site, repo: str) -> dict[str, Any]:
    """Settings for ``CMS.init``: saves to ``repo`` through pull requests; without ``repo`` into the browser's own test store."""
    options = options_of(site)
    backend = {"name": "github", "repo": repo, "branch": "main", "auth_methods": ["token"], "squash_merges": True, "cms_label_prefix": "editor/", "commit_messages": COMMIT} if repo else {"name": "test-repo"}
    return {
        "load_config_file": False,
        "backend": backend,
        "publish_mode": "editorial_workflow" if repo else "simple",
        "app_title": f"Editor {site.organisation.site_name}",
        "media_folder": "content/gambar",
        "media_libraries": {"stock_assets": {"providers": []}},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "singletons": [_file(path, options) for path in (*LISTS, *SETTINGS)],
        "collections": [_folder(name, options) for name in FOLDERS],
    }


def _folder(name: str, options: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    _, model, suffix = FOLDERS[name]
    label, singular = FOLDER_LABELS.get(name, (name, name))
    fields = fields_of(model.model_json_schema(by_alias=True), options)
    title = next(field["name"] for field in fields if field["required"])
    return {
        "name": name, "label": label, "label_singular": singular, "folder": f"content/{name}", "create": True, "delete": False, "extension": suffix.removeprefix("."),
        "format": "utuh-frontmatter" if suffix == ".md" else "yaml-utuh", "identifier_field": title, "summary": f"{{{{{title}}}}}",
        "slug": {"template": f"{{{{{title}}}}}", "editable": ["create"], "hint": "Nama berkas dan alamat halaman: huruf kecil, angka, tanda hubung.", "pattern": [SLUG, "Hanya huruf kecil, angka, dan tanda hubung."]},
        "fields": [*fields, *([BODY] if suffix == ".md" else []), ORIGIN],
    }


def _file(path: str, options: dict[str, list[dict[str, str]]]) -> dict[str, Any]:
    stem = path.rpartition("/")[2].removesuffix(".yaml")
    label = FILE_LABELS.get(path, stem)
    if path in LISTS:
        fields = [list_field(LIST_KEY[path], label, LISTS[path][1].model_json_schema(by_alias=True), options)]
    else:
        fields = fields_of(SETTINGS[path][1].model_json_schema(by_alias=True), options)
    return {"name": stem, "label": label, "file": path, "format": "yaml-utuh", "fields": [*fields, ORIGIN]}
