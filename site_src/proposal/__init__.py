"""What a proposal looks like: a folder that opens by double-click, with pictures of every changed page before and after."""

from .changed import Pair, changed_pages
from .folder import PICTURES, gallery, preview_folder

__all__ = ["PICTURES", "Pair", "changed_pages", "gallery", "preview_folder"]
