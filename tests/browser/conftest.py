"""A reader's windows on the tiny city. A module that reads another site has a ``base`` of its own."""

from __future__ import annotations

import pytest
from reader import Reader, served


@pytest.fixture(scope="module")
def base(built_once):
    """The address of the tiny city."""
    with served(built_once[0].site) as address:
        yield address


@pytest.fixture
def window(browser, base):
    """Opens windows and closes them after the test: ``window(javascript=False)``."""
    opened = []

    def make(**options):
        opened.append(Reader(browser, base, **options))
        return opened[-1]

    yield make
    for reader in opened:
        reader.context.close()
