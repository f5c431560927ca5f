"""Writes hosting/nginx.conf, so that a server says what site_src/hosting.py says."""

import _lingkungan

_lingkungan.enter(_lingkungan.BUILD_LOCK)

from site_src.hosting import nginx

path = _lingkungan.ROOT / "hosting" / "nginx.conf"
path.parent.mkdir(exist_ok=True)
path.write_text(nginx(), encoding="utf-8", newline="\n")
print("Menulis hosting/nginx.conf.")
