"""Words of other languages, by the language of the page they stand in: a screen reader says them in their own, and the eye sees them slanted.

Codes after BCP 47 (en English, la Latin, nl Dutch, id Indonesian); capitals do not matter. Names, abbreviations and words of everyday (hotline,
wifi, video) are not listed (WCAG 3.1.2).
"""

from __future__ import annotations

FOREIGN: dict[str, dict[str, tuple[str, ...]]] = {
    "id": {
        "en": ("body shaming", "bullying", "call center", "catfishing", "chat", "child grooming", "consent", "contact center", "cyberbullying",
            "daycare", "deepfake", "doxing", "gadget", "gaslighting", "grooming", "human trafficking", "incognito", "informed consent", "link",
            "live streaming", "love bombing", "marital rape", "offline", "online", "parenting", "phishing", "posting", "public safety center",
            "restorative justice", "revenge porn", "screenshot", "sexting", "sextortion", "share", "shelter", "smartphone", "spyware", "stalking",
            "stalkerware", "trauma healing"),
        "la": ("ex officio", "pro bono", "pro deo", "visum et repertum"),
        "nl": ("verstek",),
    },
    "en": {
        "id": ("dinas sosial", "kecamatan", "kelurahan", "puskesmas", "unit ppa", "visum"),
        "la": ("visum et repertum",),
    },
}
