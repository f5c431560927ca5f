"""Fetches the packages of the editor at /kelola/ by their lock file and copies what browsers load, with the licences."""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import _bantuan

HOME = Path(__file__).resolve().parent.parent / "site_src" / "kelola" / "alat"
COPIED = {
    "node_modules/@sveltia/cms/LICENSE.txt": "LICENSE.sveltia-cms.txt",
    "node_modules/@sveltia/cms/schema/sveltia-cms.json": "sveltia-cms.schema.json",
    "node_modules/@sveltia/cms/locales/en-US.json": "sveltia-cms.en-US.json",
    "node_modules/yaml/LICENSE": "LICENSE.yaml.txt",
    "node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2": "source-sans-3.woff2",
    "node_modules/@fontsource-variable/source-sans-3/LICENSE": "LICENSE.source-sans-3.txt",
    "node_modules/@fontsource/noto-mono/files/noto-mono-latin-400-normal.woff2": "noto-mono.woff2",
    "node_modules/@fontsource/noto-mono/LICENSE": "LICENSE.noto-mono.txt",
    "node_modules/@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2": "material-symbols.woff2",
    "node_modules/@fontsource-variable/material-symbols-outlined/LICENSE": "LICENSE.material-symbols.txt",
}
LED_HOME = [
    (r"https://cdn\.jsdelivr\.net/fontsource/fonts/(source-sans-3|noto-mono|material-symbols)[^`'\"()]*?\.woff2", r"\1.woff2", 3),
    (r"https://unpkg\.com/@sveltia/cms(?![\w-])", ".", 1),
    (r"`\$\{\w+\}@\$\{\w+\}/locales`", "`bahasa`", 1),
    (r"`ar,bg,[\w,-]+,zh-TW`", "`en-US,id`", 1),
    # Kept words would outlive a correction: they are kept by the editor's version alone.
    (r"=\(\)=>!0(?=,\w+=async e=>\{if\(\w+\(\)\)try\{let\{_locale)", "=()=>!1", 1),
    (r"\n?//# sourceMappingURL=\S+", "", 1),
]
"""Places in the editor's script that would ask other hosts at its start, and the languages it knows: pattern, what stands there instead, and how often it must be found."""


def main() -> int:
    """Remake the copies; with ``--periksa`` only say whether they are those of the lock file. 0 same or made, 1 differs, 2 could not run."""
    _bantuan.speak_indonesian()
    parser = argparse.ArgumentParser(description="Mengambil perangkat editor /kelola/ menurut site_src/kelola/alat/package-lock.json.")
    parser.add_argument("--periksa", action="store_true", help="hanya bandingkan; tidak menulis apa pun")
    only_compare = parser.parse_args().periksa
    npm = shutil.which("npm")
    if npm is None:
        print("Perlu npm (Node.js). Situs sendiri dibangun tanpa npm; hanya perintah ini yang memakainya.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = fetched(Path(folder), npm)
            made["SHA256SUMS"] = "".join(f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made)).encode()
        except subprocess.CalledProcessError as error:
            print(f"Paket tidak dapat diambil: {error}", file=sys.stderr)
            return 2
    differing = [name for name, content in made.items() if not (HOME / name).is_file() or (HOME / name).read_bytes() != content]
    if not only_compare:
        for name in differing:
            (HOME / name).write_bytes(made[name])
    for name in sorted(made):
        print(f"{name}: {'berbeda' if name in differing else 'sama'}")
    return int(only_compare and bool(differing))


def fetched(folder: Path, npm: str) -> dict[str, bytes]:
    """Name to content of every copy, installed in ``folder``; npm refuses a package whose hash is not the lock's."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HOME / name, folder)
    subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["node", "node_modules/esbuild/bin/esbuild", "node_modules/yaml/browser/index.js", "--bundle", "--minify", "--format=esm", "--charset=utf8", "--legal-comments=none",
                    "--outfile=yaml.min.js"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    cms = folder / "node_modules" / "@sveltia" / "cms"
    version = json.loads((cms / "package.json").read_text(encoding="utf-8"))["version"]
    return {
        **{name: (folder / path).read_bytes() for path, name in COPIED.items()},
        "yaml.min.js": (folder / "yaml.min.js").read_bytes(),
        "sveltia-cms.min.js": led_home((cms / "dist" / "sveltia-cms.js").read_text(encoding="utf-8")).encode(),
        "versi.json": (json.dumps({"version": version}) + "\n").encode(),
    }


def led_home(script: str) -> str:
    """The editor's script asking this site for its fonts and version. A new version that asks otherwise raises ``SystemExit``: read it before taking it."""
    for pattern, ours, times in LED_HOME:
        script, found = re.subn(pattern, ours, script)
        if found != times:
            raise SystemExit(f"“{pattern}” ditemukan {found} kali, seharusnya {times}: baca versi baru Sveltia CMS dulu.")
    return script


if __name__ == "__main__":
    raise SystemExit(main())
