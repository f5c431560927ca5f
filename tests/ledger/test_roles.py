"""A role is told from a person's name, and nobody who works with mothers is taken for one."""

from __future__ import annotations

import pytest

from site_src.model.base import seems_a_person


@pytest.mark.parametrize(("role", "person"), [
    ("Bu Rina", True), ("bu rina", True), ("petugas Bu Rina", True), ("Rina", True), ("rina@contoh.id", True),
    ("petugas UPTD PPA", False), ("petugas kesehatan ibu dan anak", False), ("Petugas Kesehatan Ibu Dan Anak", False), ("Bidan Ibu Hamil", False), ("penyusun", False),
])
def test_a_role_is_told_from_a_person(role, person):
    assert seems_a_person(role) is person
