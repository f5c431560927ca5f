"""The same rules as ``hosting.py`` for a server of one's own: Caddy, and Apache with a file of its own. Neither writes down a visit."""

from __future__ import annotations

from pathlib import Path

from .hosting import ASK_AGAIN, EDITOR_SENT, FOREVER, FRAMED_SENT, HEADERS, OF_PAGES, SAVED_SENT, nginx
from .model.content_policy import EDITOR, FRAMED, SAVED


def caddy(listen: str = ":80", root: str = "/srv/situs/site") -> str:
    """A ``Caddyfile``: the packed copies, every header also with errors, no access log (Caddy writes none unless asked), no admin port.

    With a name instead of ``:80`` Caddy fetches its certificate by itself.
    """
    headers = "\n".join(f'\t\t{name} "{value}"' for name, value in HEADERS.items() if name not in (*OF_PAGES, "X-Frame-Options"))
    return f"""\
# Dibuat dari site_src/own_server.py; ubah di sana. Ganti :80 dengan nama situs Anda: Caddy mengambil sertifikatnya sendiri.
{{
	admin off
}}
(kepala) {{
	header {{
{headers}
		-Server
	}}
	header @warga Content-Security-Policy "{HEADERS["Content-Security-Policy"]}"
	header @lain Permissions-Policy "{HEADERS["Permissions-Policy"]}"
	header @tanpa_bingkai X-Frame-Options "{HEADERS["X-Frame-Options"]}"
	header @bingkai Content-Security-Policy "{FRAMED_SENT}"
	header @simpan Content-Security-Policy "{SAVED_SENT}"
	header @editor Content-Security-Policy "{EDITOR_SENT}"
	header @aset Cache-Control "{FOREVER}"
	header @lain Cache-Control "{ASK_AGAIN}"
}}
{listen} {{
	root * {root}
	@aset path /aset/*
	@lain not path /aset/*
	@editor path /{EDITOR}/*
	@bingkai path /{FRAMED}/*
	@tanpa_bingkai not path /{FRAMED}/*
	@simpan path /{SAVED}/*
	@warga not path /aset/* /{EDITOR}/* /{FRAMED}/* /{SAVED}/*
	import kepala
	# Salinan .br dan .gz sudah ada di samping setiap berkas. Tidak ada log: kunjungan tidak dicatat.
	file_server {{
		precompressed br gzip
		hide .* _*
	}}
	handle_errors {{
		root * {root}
		import kepala
		rewrite * /404.html
		file_server {{
			status 404
		}}
	}}
}}
"""


def apache_host(listen: str = "*:80", root: str = "/srv/situs/site") -> str:
    """A file for ``/etc/apache2/sites-available/``. The rules are in the site's own ``.htaccess``; here no visit and no address is written down."""
    return f"""\
# Dibuat dari site_src/own_server.py; ubah di sana. Perlu: a2enmod headers rewrite.
<VirtualHost {listen}>
    DocumentRoot {root}
    # Kunjungan tidak dicatat. Tanpa baris CustomLog di sini Debian mencatatnya, dengan alamat, di other_vhosts_access.log.
    CustomLog /dev/null "-"
    # Galat server dicatat tanpa alamat pengunjung.
    ErrorLogFormat "[%t] [%l] %M"
    LogLevel crit
    <Directory {root}>
        AllowOverride All
        Require all granted
    </Directory>
</VirtualHost>
"""


def write_servers(folder: Path, site_dir: str = "/srv/situs/site") -> None:
    """Put the files of all three servers into ``folder``, for the site at ``site_dir``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("nginx.conf", nginx(root=site_dir)), ("Caddyfile", caddy(root=site_dir)), ("apache.conf", apache_host(root=site_dir))):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
