"""Where a new call test goes in a YAML text: one insertion, every other character stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

Loc = Sequence[str | int]
FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ./()-]*[A-Za-z0-9.)])?")


def insert_test(text: str, channel: Loc, test: Mapping[str, str], front_matter: bool) -> str:
    """``text`` with ``test`` as the last item of the ``uji`` of the channel at ``channel`` (keys and list positions).

    Raises ``LookupError`` when there is no such channel and ``yaml.YAMLError`` when the text cannot be read.
    """
    head = FRONT_MATTER.match(text) if front_matter else None
    offset, source = (head.start(1), head[1]) if head else (0, text)
    # The pure loader counts characters; the C loader counts bytes of its own copy.
    node = _at(yaml.compose(source, Loader=yaml.BaseLoader), channel)
    position, added = _insertion(source, node, _flow(test), "\r\n" if "\r\n" in text else "\n")
    position += offset
    return text[:position] + added + text[position:]


def _insertion(source: str, channel: yaml.MappingNode, item: str, newline: str) -> tuple[int, str]:
    values = {key.value: value for key, value in channel.value}
    tests = values.get("uji")
    if isinstance(tests, yaml.SequenceNode) and tests.flow_style:
        if not tests.value:
            return tests.start_mark.index + 1, item
        return _end(source, tests.value[-1]), f", {item}"
    if isinstance(tests, yaml.SequenceNode):
        return _new_line(source, _end(source, tests.value[-1]), [f"{' ' * tests.start_mark.column}- {item}"], newline)
    if tests is not None:
        raise LookupError("isian “uji” bukan daftar")
    if channel.flow_style:
        return _end(source, channel.value[-1][1]), f", uji: [{item}]"
    indent = " " * channel.start_mark.column
    after = values.get("sumber") or channel.value[-1][1]
    return _new_line(source, _end(source, after), [f"{indent}uji:", f"{indent}  - {item}"], newline)


def _new_line(source: str, end: int, lines: list[str], newline: str) -> tuple[int, str]:
    """Whole lines after the line on which a value ends, its comment included."""
    stop = source.find("\n", end)
    if stop < 0:
        return len(source), newline + newline.join(lines)
    return stop + 1, newline.join(lines) + newline


def _end(source: str, node: yaml.Node) -> int:
    """Index after the last character of a value, without the blank lines and comments behind it."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            return node.start_mark.index + len(source[node.start_mark.index : node.end_mark.index].rstrip())
        return node.end_mark.index
    if node.flow_style or not node.value:
        return node.end_mark.index
    last = node.value[-1]
    return _end(source, last[1] if isinstance(last, tuple) else last)


def _at(node: yaml.Node | None, loc: Loc) -> yaml.MappingNode:
    for part in loc:
        if isinstance(part, int) and isinstance(node, yaml.SequenceNode) and part < len(node.value):
            node = node.value[part]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        else:
            node = None
    if not isinstance(node, yaml.MappingNode):
        raise LookupError("kanal itu tidak ditemukan di berkasnya")
    return node


def _flow(test: Mapping[str, str]) -> str:
    """``{tanggal: 2026-11-23, operator: Telkomsel, …}`` on one line."""
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in test.items()) + "}"


def _scalar(value: str) -> str:
    if PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
