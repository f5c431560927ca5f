"""The manifest: what is in dist/, and one flipped byte is refused."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

import pytest

from site_src import cli
from site_src.bundle import zim

DAY = "2026-11-23"


def verify(folder, capsys):
    code = cli.main(["pack", "verify", str(folder)])
    done = capsys.readouterr()
    return code, done.out, done.err


def pack(root, *options):
    return cli.main(["pack", *options, "--root", str(root), "--tanggal", DAY])


def test_the_manifest_names_every_file_with_its_digest(packed, capsys):
    data = json.loads((packed / "dist" / "manifest.json").read_bytes())
    assert len([row for row in data["berkas"] if row["nama"].startswith("cetak/") and "OFL-1.1" in row["lisensi"]]) == 18
    assert [row["nama"] for row in data["berkas"] if not row["nama"].startswith("cetak/")] == ["info-warga.html", *["info-warga.zim"] * zim.available(), "info-warga.zip", "kontak/info-110.vcf", "kontak/info-129.vcf", "kontak/info-semua.vcf"]
    for row in data["berkas"]:
        raw = (packed / "dist" / row["nama"]).read_bytes()
        assert (row["ukuran"], row["sha256"]) == (len(raw), hashlib.sha256(raw).hexdigest()) and row["lisensi"]
    assert (data["salinan_per"], data["periksa_sebelum"], data["edisi"], data["commit"]) == (DAY, "2027-02-21", "pratinjau", None)
    assert verify(packed / "dist", capsys)[:2] == (0, "Utuh: semua berkas sama dengan manifest.\n")


@pytest.mark.parametrize("name", ["info-warga.zip", "info-warga.html", "kontak/info-129.vcf", "manifest.json"])
def test_one_flipped_byte_is_refused(own, capsys, name):
    path = own / "dist" / name
    raw = bytearray(path.read_bytes())
    for place in (0, len(raw) // 2, len(raw) - 1):
        path.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        code, out, err = verify(own / "dist", capsys)
        assert (code, out) == (1, "Ditolak: 1 hal tidak cocok.\n") and f"{name}: galat " in err, place


def test_a_missing_an_extra_and_a_linked_file_are_refused_in_indonesian(own, capsys):
    (own / "dist" / "info-warga.html").rename(own / "dist" / "lain.html")
    zipped = own / "dist" / "info-warga.zip"
    zipped.rename(own / "luar.zip")
    zipped.symlink_to(own / "luar.zip")
    code, _, err = verify(own / "dist", capsys)
    assert code == 1
    assert [line for line in err.splitlines() if "galat" in line] == [
        "info-warga.html: galat berkas-hilang: Berkas ini ada di manifest, tetapi tidak ada di folder.",
        "info-warga.zip: galat berkas-berubah: Ini bukan berkas biasa.",
        "lain.html: galat berkas-asing: Berkas ini tidak ada di manifest.",
    ]


def test_what_computers_leave_on_a_stick_is_no_stranger_but_a_program_is(own, capsys):
    for name in ("System Volume Information/IndexerVolumeGuid", ".Trashes/501/x", "kontak/Thumbs.db", "._info-warga.zip", ".DS_Store"):
        (own / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
        (own / "dist" / name).write_bytes(b"x")
    assert verify(own / "dist", capsys)[:2] == (0, "Utuh: semua berkas sama dengan manifest.\n")
    (own / "dist" / "autorun.inf").write_bytes(b"x")
    code, _, err = verify(own / "dist", capsys)
    assert code == 1 and "autorun.inf: galat berkas-asing" in err


def test_a_package_inside_another_is_checked_by_its_own_list(own, capsys):
    shutil.copytree(own / "dist", own / "stik" / "salinan")
    shutil.copytree(own / "dist" / "kontak", own / "stik" / "salinan" / "tambahan")
    assert verify(own / "stik", capsys)[0] == 1
    shutil.rmtree(own / "stik" / "salinan" / "tambahan")
    shutil.copytree(own / "dist", own / "stik" / "salinan" / "lama")
    assert verify(own / "stik", capsys)[1] == "Utuh (2 paket): semua berkas sama dengan manifest.\n"
    (own / "stik" / "salinan" / "lama" / "info-warga.html").unlink()
    code, _, err = verify(own / "stik", capsys)
    assert code == 1 and "salinan/lama/info-warga.html: galat berkas-hilang" in err


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff", b'{"berkas": 3}'])
def test_a_manifest_that_is_none_is_refused(tmp_path, capsys, raw):
    (tmp_path / "manifest.json").write_bytes(raw)
    assert verify(tmp_path, capsys)[0] == 1
    (tmp_path / "manifest.json").unlink()
    assert "manifest-hilang" in verify(tmp_path, capsys)[2]


def test_another_folder_another_time_zone_and_another_order_of_files_give_the_same_bytes(packed, tmp_path):
    root = tmp_path / "nama lain" / "proyek"
    shutil.copytree(packed, root)
    shutil.rmtree(root / "dist")
    for path in (root / "site").rglob("*"):
        os.utime(path, (time.time() - 10**8, 10**9))
    env = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-m", "site_src.cli", "pack", "semua", "--root", str(root), "--tanggal", DAY], cwd=root, env=env, check=True, capture_output=True)
    one, two = ({path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()} for top in (packed / "dist", root / "dist"))
    assert len(one) >= 21 + zim.available() and one == two


def test_a_part_alone_takes_the_old_list_away_and_old_cards_go(own, capsys):
    (own / "dist" / "kontak" / "info-117.vcf").write_text("TEL;TYPE=VOICE:117\r\n")
    assert pack(own, "manifest") == 1
    assert "memuat nomor yang ditahan: 117" in capsys.readouterr().err
    assert pack(own, "vcard") == 0
    assert sorted(path.name for path in (own / "dist" / "kontak").iterdir()) == ["info-110.vcf", "info-129.vcf", "info-semua.vcf"]
    assert not (own / "dist" / "manifest.json").exists()
    assert pack(own, "manifest") == 0 and verify(own / "dist", capsys)[0] == 0


def test_a_site_of_other_content_or_of_another_day_is_not_packed(own, capsys):
    assert cli.main(["pack", "zip", "--root", str(own), "--tanggal", "2026-11-24"]) == 2
    assert "site/ dibangun untuk 2026-11-23, hari ini 2026-11-24" in capsys.readouterr().err
    path = own / "hotlines.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("0812-0000-0129", "0812-0000-0128"), encoding="utf-8")
    assert pack(own, "semua") == 2
    assert "isi berubah sejak site/ dibangun" in capsys.readouterr().err
    shutil.rmtree(own / "site")
    assert pack(own, "semua") == 2
    assert "site/ belum dibangun" in capsys.readouterr().err
