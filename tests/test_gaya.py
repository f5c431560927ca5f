"""Style that is made smaller says the same: what a blank means to CSS stays."""

from __future__ import annotations

import pytest

from site_src.face import _squeezed


@pytest.mark.parametrize("css, made", [
    ("/* a */\nli + li { margin:0 ; color:red; }\n", "li+li{margin:0;color:red}"),
    ("p + .a > b, q:hover { top: 1px }", "p+.a>b,q:hover{top:1px}"),
    ("a { inset:auto 0 calc(3rem + env(x)) }", "a{inset:auto 0 calc(3rem + env(x))}"),
    ("a { top:calc(1rem + var(--s)); left:calc(1em + .5em) }", "a{top:calc(1rem + var(--s));left:calc(1em + .5em)}"),
    ('a::after { content:"Satu,  dua; tiga + empat: lima" }', 'a::after{content:"Satu,  dua; tiga + empat: lima"}'),
    ("@media (min-width: 60em) {\n  a { b:c }\n}", "@media (min-width:60em){a{b:c}}"),
])
def test_only_blanks_that_mean_nothing_go(css, made):
    assert _squeezed(css) == made
