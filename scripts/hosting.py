"""Writes hosting/: files for nginx, Caddy and Apache that say what site_src/hosting.py says."""

import _bantuan
import _lingkungan

HELP = """\
Pemakaian: python3 scripts/hosting.py

Menulis hosting/nginx.conf, hosting/Caddyfile, dan hosting/apache.conf dari site_src/hosting.py.
Kode keluar: 0 tertulis."""

_bantuan.no_options(HELP)
_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.own_server import write_servers

write_servers(_lingkungan.ROOT / "hosting")
print("Menulis hosting/nginx.conf, hosting/Caddyfile, dan hosting/apache.conf.")
