"""What a web server must say with every file, from one place, in the words of hosts that others run, and of nginx."""

from __future__ import annotations

from pathlib import Path

from .face import policy
from .model.content_policy import CONTENT_POLICY, EDITOR, EDITOR_POLICY, FRAMED, SAVED, SAVED_POLICY

NEVER = ("accelerometer", "ambient-light-sensor", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
         "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock",
         "serial", "storage-access", "usb", "window-management", "xr-spatial-tracking")
"""What no page of ours will ever ask a phone for (https://www.w3.org/TR/permissions-policy/)."""
HEADERS = {
    # Wider than the policy inside each page only for the page that shows the site in a frame; both hold at once.
    "Content-Security-Policy": f"{policy(CONTENT_POLICY)}; frame-src 'self' tel: sms: mailto:; frame-ancestors 'self'",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NEVER),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-DNS-Prefetch-Control": "off",
}
"""Sent with every answer, also with errors; below ``aset/`` without those of ``OF_PAGES``."""
OF_PAGES = ("Content-Security-Policy", "Permissions-Policy")
"""What binds a page, not the style, script and icon it asks for: there it would cost a slow phone a kilobyte each."""
EDITOR_SENT = f"{EDITOR_POLICY}; frame-ancestors 'none'"
"""The policy below ``/kelola/`` instead: the editor of the staff speaks with GitHub. Pages there that are ours still carry the strict one."""
FRAMED_SENT = f"{policy(CONTENT_POLICY, 'sisipan')}; frame-ancestors *"
"""Below ``/sematkan/isi/``, which goes without ``X-Frame-Options``, too: that header knows no «everybody»."""
SAVED_SENT = f"{policy(SAVED_POLICY, 'simpanan')}; connect-src 'self'; frame-ancestors 'self'"
"""Below ``/simpan/``: the worker there fetches its own page; the pages themselves carry what is stricter."""
FOREVER = "public, max-age=31536000, immutable"
"""For ``aset/``: a file there has its content in its name, and never changes."""
ASK_AGAIN = "no-cache"
"""For everything else: kept, but asked for at each visit (an answer without a body when nothing changed), so that a corrected number arrives at once."""


def write_hosting(site_dir: Path) -> None:
    """Put the files that a host reads from the served folder into ``site_dir``."""
    for name, text in (("_headers", netlify()), (".htaccess", apache())):
        (site_dir / name).write_text(text, encoding="utf-8", newline="\n")


def nginx(listen: str = "80", root: str = "/srv/situs/site") -> str:
    """A file for ``/etc/nginx/conf.d/``: serves the packed copies, writes down nobody's visit."""
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in {**HEADERS, "Content-Security-Policy": "$kebijakan", "Permissions-Policy": "$izin", "X-Frame-Options": "$bingkai"}.items())
    return f"""\
# Dibuat dari site_src/hosting.py; ubah di sana. Taruh di /etc/nginx/conf.d/ dan sesuaikan listen, server_name, root.
map $uri $simpan {{
    default "{ASK_AGAIN}";
    ~^/aset/ "{FOREVER}";
}}
map $uri $kebijakan {{
    default "{HEADERS["Content-Security-Policy"]}";
    ~^/aset/ "";
    ~^/{EDITOR}/ "{EDITOR_SENT}";
    ~^/{FRAMED}/ "{FRAMED_SENT}";
    ~^/{SAVED}/ "{SAVED_SENT}";
}}
map $uri $izin {{
    default "{HEADERS["Permissions-Policy"]}";
    ~^/aset/ "";
}}
map $uri $bingkai {{
    default "{HEADERS["X-Frame-Options"]}";
    ~^/{FRAMED}/ "";
}}
server {{
    listen {listen};
    server_name _;
    root {root};
    index index.html;
    charset utf-8;
    server_tokens off;
    absolute_redirect off;
    error_page 403 404 =404 /404.html;
    # Tidak ada kunjungan yang dicatat: catatan pun dapat membahayakan pembaca.
    access_log off;
    log_not_found off;
    # Salinan .gz sudah ada di samping setiap berkas. Dengan modul ngx_brotli, tambahkan: brotli_static on;
    gzip_static on;
    gzip_vary on;
{headers}
    add_header Cache-Control $simpan always;
    location / {{
        try_files $uri $uri/ =404;
    }}
    location ~ /(?!\\.well-known/)[._] {{
        return 404;
    }}
}}
"""


def netlify() -> str:
    """``_headers``, as Netlify and Cloudflare Pages read it."""
    shared = "\n".join(f"  {name}: {value}" for name, value in HEADERS.items())
    bare = "".join(f"  ! {name}\n" for name in OF_PAGES)
    return f"/*\n{shared}\n  Cache-Control: {ASK_AGAIN}\n/aset/*\n{bare}  ! Cache-Control\n  Cache-Control: {FOREVER}\n/{EDITOR}/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {EDITOR_SENT}\n/{FRAMED}/*\n  ! X-Frame-Options\n  ! Content-Security-Policy\n  Content-Security-Policy: {FRAMED_SENT}\n/{SAVED}/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {SAVED_SENT}\n"


def apache() -> str:
    """``.htaccess`` for shared hosting with Apache 2.4; without mod_headers or mod_rewrite the site still works."""
    headers = "\n".join(f'  Header always set {name} "{value}"' for name, value in HEADERS.items())
    bare = "\n".join(f'  Header always unset {name} "expr=%{{REQUEST_URI}} =~ m#/aset/#"' for name in OF_PAGES)
    return f"""\
Options -Indexes
DirectoryIndex index.html
ErrorDocument 404 /404.html
AddDefaultCharset utf-8
<IfModule mod_headers.c>
{headers}
  Header always set Content-Security-Policy "{EDITOR_SENT}" "expr=%{{REQUEST_URI}} =~ m#/{EDITOR}/#"
  Header always set Content-Security-Policy "{FRAMED_SENT}" "expr=%{{REQUEST_URI}} =~ m#/{FRAMED}/#"
  Header always set Content-Security-Policy "{SAVED_SENT}" "expr=%{{REQUEST_URI}} =~ m#/{SAVED}/#"
{bare}
  Header always unset X-Frame-Options "expr=%{{REQUEST_URI}} =~ m#/{FRAMED}/#"
  Header always set Cache-Control "{ASK_AGAIN}"
  Header always set Cache-Control "{FOREVER}" "expr=%{{REQUEST_URI}} =~ m#/aset/#"
</IfModule>
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteRule (^|/)(?!\\.well-known/)[._] - [R=404,L]
  RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
  RewriteCond %{{REQUEST_FILENAME}}.br -f
  RewriteRule ^(.+)$ $1.br [L,E=no-gzip:1]
  RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
  RewriteCond %{{REQUEST_FILENAME}}.gz -f
  RewriteRule ^(.+)$ $1.gz [L,E=no-gzip:1]
</IfModule>
<IfModule mod_mime.c>
  AddEncoding br .br
  AddEncoding gzip .gz
  RemoveType .br .gz
</IfModule>
<IfModule mod_headers.c>
  Header append Vary Accept-Encoding
</IfModule>
"""
