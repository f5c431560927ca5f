"""What must not get out: places of confidential services, held numbers, and the words of withheld fields, in any kind of file."""

from .files import scan_bytes, scan_folder, scan_page
from .patterns import Leak, places_in, strict_places_in
from .report import leak_problem
from .secrets import Secrets, scan_text, secrets_of

__all__ = ["Leak", "Secrets", "leak_problem", "places_in", "scan_bytes", "scan_folder", "scan_page", "scan_text", "secrets_of", "strict_places_in"]
