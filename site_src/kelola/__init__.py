"""The editor for staff at ``/kelola/``: its pages, its forms made from the model, and the packages it is made of."""

from .config import config
from .files import editor_files, repository

__all__ = ["config", "editor_files", "repository"]
