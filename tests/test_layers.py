"""The layers of the design (docs/design.md, «Layers»), held by reading the imports."""

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent / "site_src"
MODULES = sorted(HOUSE.rglob("*.py"))

LAYERS = {
    "problems": set(),
    "model": {"problems"},
    "yaml_words": {"problems"},
    "source": {"problems", "yaml_words"},
    "report": {"problems"},
    "explain": {"problems"},
    "layout": {"model"},
    "files": {"problems", "model", "source", "explain", "layout"},
    "load": {"problems", "model", "source", "explain", "layout", "files"},
    "checks": {"problems", "model", "leaks"},
    "second_core": set(),
    "verify": {"problems", "model", "leaks", "second_core"},
    "release": {"problems", "model"},
    "inventory": {"problems", "model"},
    "pages": {"model"},
    "search": {"model", "pages", "exports", "prints"},
    "exports": {"model", "pages", "search", "prints"},
    "prints": {"model", "pages", "search", "exports"},
    "face": {"model"},
    "stage": {"model", "pages", "search", "exports", "prints", "face"},
    "engines": set(),
    "swap": set(),
    "compress": set(),
    "hosting": {"model", "face"},
    "packed_text": set(),
    "leaks": {"problems", "model", "packed_text"},
    "bundle": {"problems", "model", "pages", "search", "exports", "prints", "verify", "leaks", "inventory", "report", "pipeline", "compress", "clock", "engine_file", "packed_text"},
}
"""What each layer may know of ours. Whatever is not listed stands on top, where nothing listed can reach it."""

ENGINES = {"mkdocs", "properdocs", "zensical", "material"}
OUTSIDE = {"os", "io", "pathlib", "glob", "shutil", "tempfile", "time", "subprocess", "socket", "http", "urllib.request", "requests", "httpx", "aiohttp"}
"""Files, clock and network."""
PURE = ("model", "checks", "pages", "exports")


def imports(path):
    """``(ours, others)``: layers of ours and full names of others that a module imports, anywhere in it."""
    package = ["site_src", *path.relative_to(HOUSE).parent.parts]
    ours, others = set(), set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "site_src" else [module]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "site_src":
                ours |= set(parts[1:2])
            else:
                others.add(name)
    return ours, others


def layer(path):
    return path.relative_to(HOUSE).with_suffix("").parts[0]


def name(path):
    return path.relative_to(HOUSE).as_posix()


def test_the_reader_of_imports_sees_every_kind_of_import(tmp_path):
    ours, others = imports(HOUSE / "load.py")
    assert ours == {"explain", "files", "layout", "model", "problems", "source"}
    assert {"pathlib", "pydantic"} <= others
    assert imports(HOUSE / "checks" / "markdown.py")[0] == {"model", "problems", "checks"}
    assert {"engines", "checks", "verify"} <= imports(HOUSE / "pipeline.py")[0]


@pytest.mark.parametrize("path", [path for path in MODULES if layer(path) in LAYERS], ids=name)
def test_a_module_knows_only_the_layers_below_it(path):
    ours, _ = imports(path)
    assert ours - LAYERS[layer(path)] - {layer(path)} == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nobody_imports_the_edges(path):
    ours, _ = imports(path)
    assert ours & {"cli", "mkdocs_hook"} == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_imports_an_engine(path):
    _, others = imports(path)
    assert {other.split(".")[0] for other in others} & ENGINES == set()


@pytest.mark.parametrize("path", [path for path in MODULES if layer(path) in PURE], ids=name)
def test_model_checks_pages_and_exports_read_no_file_no_clock_and_no_network(path):
    _, others = imports(path)
    assert {other for other in others if other in OUTSIDE or other.split(".")[0] in OUTSIDE} == set()
    called = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert [call.id for call in called if isinstance(call, ast.Name) and call.id in ("open", "input", "print", "__import__")] == []
    assert [call.attr for call in called if isinstance(call, ast.Attribute) and call.attr in ("now", "utcnow", "today", "read_text", "read_bytes", "urlopen")] == []


@pytest.mark.parametrize("path", [path for path in MODULES if layer(path) == "checks"], ids=name)
def test_a_check_raises_nothing(path):
    raised = [node.lineno for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Raise)]
    assert raised == []


def test_every_check_has_its_rule_as_docstring():
    from site_src.checks import CHECKS

    assert [check.__name__ for check in CHECKS if not (check.__doc__ or "").strip().endswith(".")] == []
    assert len(CHECKS) == len(set(CHECKS)) > 15
