"""The frame of the single file: a head that allows no request, the exit, a few lines of style, and room for the search."""

from __future__ import annotations

import base64
import hashlib
from html import escape

STYLE = """\
:root{color-scheme:light dark}
body{font:1.05rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:0 .8rem 5rem}
h1{font-size:1.2rem}h2{font-size:1.4rem;margin:2rem 0 .5rem}h3{font-size:1.2rem;margin:1.2rem 0 .3rem}h4,h5{font-size:1rem;margin:1rem 0 .2rem}
p{margin:.4rem 0}small{display:block;font-size:.85rem}summary small{display:inline}
a{color:#00505c}nav a,li>a,summary{display:inline-block;min-height:2.75rem;line-height:2.75rem;padding:0 .3rem}summary{display:list-item}
ul{padding-left:1.1rem}details{border-top:1px solid #8888}summary{cursor:pointer;font-weight:600}
.keluar{position:fixed;right:.6rem;bottom:.6rem;background:#8b1a1a;color:#fff;padding:.8rem 1rem;border-radius:.5rem;font-weight:700;text-decoration:none}
.bahaya{border:2px solid #8b1a1a;border-radius:.5rem;padding:.2rem .8rem}.bahaya h2{margin:.4rem 0}
.telepon-besar{display:block;padding:.6rem 0;font-size:1.1rem}.telepon-angka{font-size:2rem;font-weight:800}.telepon-angka small,.telepon-nama small{display:inline}
#cari input{font:inherit;width:100%;box-sizing:border-box;min-height:2.75rem;padding:0 .6rem}#cari>div>a{display:block;padding:.6rem 0;border-bottom:1px solid #8888}
.salinan{border-left:4px solid #b26a00;padding-left:.6rem}.kini{border-left:4px solid #8b1a1a;padding-left:.6rem}
@media (prefers-color-scheme:dark){a{color:#8fd3df}}
@media print{.keluar,nav,#cari{display:none}a{color:inherit}}
"""

def policy_for(style: str) -> str:
    """What a file may load: nothing but the one ``<style>`` of that text, by its digest. The empty icon keeps a browser from asking for one."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:"


def framed(title: str, exit_url: str, content: str, scripts: str = "", digests: tuple[str, ...] = ()) -> str:
    """A whole HTML document in Indonesian. ``content`` is trusted HTML; of the ``scripts`` after it only those with one of the ``digests`` run."""
    policy = policy_for(f"\n{STYLE}") + (f"; script-src {' '.join(digests)}" if digests else "")
    return f"""\
<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>{escape(title)}</title>
<link rel="icon" href="data:,">
<style>
{STYLE}</style>
</head>
<body>
<a class="keluar" href="{escape(exit_url)}" rel="nofollow noreferrer">Keluar cepat <span aria-hidden="true">×</span></a>
<main>
<h1>{escape(title)}</h1>
{content}
</main>
{scripts}
</body>
</html>
"""
