"""Gets the programs that some tests compare with, where Debian's package manager may be asked; elsewhere those tests say why they are skipped."""

import os
import shutil
import sys

import _peramban

PACKAGES = {"zimcheck": "zim-tools", "kiwix-serve": "kiwix-tools", "minisign": "minisign", "nginx": "nginx", "apache2": "apache2-bin", "caddy": "caddy"}
"""Program to package: Kiwix's own checker and server, the signer others have, the servers we publish configurations for."""


def ensure() -> None:
    """Installs what is missing; what cannot be had stays missing."""
    prefix = _peramban.root_prefix(shutil.which)
    for command in ways(missing(shutil.which), _peramban.is_debian(_peramban.os_release()), prefix):
        print("Mengambil alat uji: " + " ".join(command[command.index("install") + 2 :] if "install" in command else ["daftar paket"]) + " …", file=sys.stderr, flush=True)
        if not _peramban.quietly(command):
            return


def missing(which) -> list:
    """The packages whose program is not there; Debian keeps servers outside the path of users."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    return [package for program, package in PACKAGES.items() if not which(program, path=path)]


def ways(packages: list, debian: bool, prefix: "list | None") -> list:
    """The commands that install the packages, in order; none where nothing is missing or nobody may install."""
    if not packages or not debian or prefix is None:
        return []
    return [_peramban.apt(prefix, "update"), _peramban.apt(prefix, "install", "-y", *packages)]
