"""Closed lists that records and search share."""

ENTITIES = frozenset(
    "sapa129 polisi110 darurat112 ambulans119 sejiwa119 uptd-ppa dinas-ppa puspaga polres-ppa rsud puskesmas lpsk "
    "komnas-perempuan kpai kp2mi bnn bapas posbakum lbh pengadilan-agama kejaksaan dinsos pkh bpjs disdukcapil stopncii "
    "aduankonten patrolisiber tppk satgas-ppk damkar sp4n-lapor".split()
)
"""Names of services that a query may ask for; a page carries them in ``entitas``."""
