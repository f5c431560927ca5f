"""The signature: made with the key the environment names, the same every time, refused after one flipped byte, and read by minisign itself."""

from __future__ import annotations

import shutil
import subprocess

import minisign
import pytest

from site_src import cli

DAY = "2026-11-23"
PASSWORD = "sandi uji"


@pytest.fixture
def keys(tmp_path, monkeypatch):
    """A key pair as files, the secret one with a password, named in the environment; returns the public file."""
    pair = minisign.KeyPair.generate()
    public = tmp_path / "situs.pub"
    public.write_bytes(bytes(pair.public_key))
    pair.secret_key.encrypt(PASSWORD)
    (tmp_path / "situs.key").write_bytes(bytes(pair.secret_key))
    monkeypatch.setenv("SITUS_KUNCI", str(tmp_path / "situs.key"))
    monkeypatch.setenv("SITUS_KUNCI_SANDI", PASSWORD)
    return public


@pytest.fixture
def signed(own, keys):
    assert cli.main(["pack", "manifest", "--root", str(own), "--tanggal", DAY]) == 0
    return own / "dist"


def verify(folder, key):
    return cli.main(["pack", "verify", str(folder), "--kunci-publik", str(key)])


def test_a_signed_folder_is_whole_by_file_and_by_the_key_itself(signed, keys, capsys):
    assert verify(signed, keys) == 0
    assert capsys.readouterr().out == "Utuh: semua berkas sama dengan manifest, dan manifest ditandatangani pemilik kunci itu.\n"
    assert verify(signed, keys.read_text().split("\n")[1]) == 0
    assert cli.main(["pack", "verify", str(signed)]) == 0


def test_the_same_list_has_the_same_signature(signed, own):
    first = (signed / "manifest.json.minisig").read_bytes()
    assert cli.main(["pack", "manifest", "--root", str(own), "--tanggal", DAY]) == 0
    assert (signed / "manifest.json.minisig").read_bytes() == first and b"Informasi warga per 2026-11-23" in first


@pytest.mark.parametrize("name", ["info-warga.html", "manifest.json", "manifest.json.minisig"])
def test_one_flipped_byte_is_refused(signed, keys, capsys, name):
    raw = bytearray((signed / name).read_bytes())
    raw[len(raw) // 2] ^= 1
    (signed / name).write_bytes(raw)
    assert verify(signed, keys) == 1 and "Ditolak: " in capsys.readouterr().out


def test_a_list_that_somebody_else_rewrote_and_signed_is_refused(signed, keys, capsys):
    forger = minisign.KeyPair.generate()
    (signed / "manifest.json.minisig").write_bytes(bytes(forger.secret_key.sign((signed / "manifest.json").read_bytes())))
    assert verify(signed, keys) == 1
    assert "manifest.json.minisig: galat manifest-rusak: Tanda tangannya bukan dari pemilik kunci itu" in capsys.readouterr().err
    (signed / "manifest.json.minisig").unlink()
    assert verify(signed, keys) == 1 and "tidak punya tanda tangan" in capsys.readouterr().err


def test_a_key_that_does_not_open_and_a_key_that_is_none_are_said(own, keys, monkeypatch, capsys):
    monkeypatch.setenv("SITUS_KUNCI_SANDI", "salah")
    assert cli.main(["pack", "manifest", "--root", str(own), "--tanggal", DAY]) == 2
    assert "tidak dapat dibuka" in capsys.readouterr().err
    assert verify(own / "dist", "bukan-kunci") == 2 and "bukan kunci publik minisign" in capsys.readouterr().err


def test_a_new_list_without_the_key_keeps_no_old_signature_and_a_build_with_it_makes_one(signed, own, monkeypatch, capsys):
    key = own.parent / "situs.key"
    monkeypatch.delenv("SITUS_KUNCI")
    assert cli.main(["build", "--dist", "--root", str(own), "--tanggal", DAY]) == 0
    assert cli.main(["pack", "manifest", "--root", str(own), "--tanggal", DAY]) == 0 and not (signed / "manifest.json.minisig").exists()
    monkeypatch.setenv("SITUS_KUNCI", str(key))
    assert cli.main(["build", "--dist", "--root", str(own), "--tanggal", DAY]) == 0 and (signed / "manifest.json.minisig").exists()


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign tidak terpasang (apt-get install minisign)")
def test_minisign_itself_says_the_same(signed, keys):
    command = ["minisign", "-V", "-p", str(keys), "-m", str(signed / "manifest.json")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0 and "Informasi warga per 2026-11-23" in done.stdout
    (signed / "manifest.json").write_bytes((signed / "manifest.json").read_bytes() + b" ")
    assert subprocess.run(command, capture_output=True).returncode != 0
