import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from kota import load_city  # noqa: E402


@pytest.fixture
def city(tmp_path):
    return load_city(tmp_path)
