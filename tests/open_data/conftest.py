"""What every test of the published files stands on: a built site and where it says that it stands.

`cargo xtask test --only open-data` builds the site and sets both variables.
"""

import json
import os
from pathlib import Path

import pytest


def wanted(name):
    value = os.environ.get(name)
    if not value:
        pytest.exit(f"{name} is not set: run `cargo xtask test --only open-data`", returncode=2)
    return value


@pytest.fixture(scope="session")
def site():
    """The folder of the built site."""
    return Path(wanted("UTLOVAT_DIST"))


@pytest.fixture(scope="session")
def base_url():
    """Where the site says that it stands, with a slash at its end."""
    return wanted("UTLOVAT_BASE_URL")


@pytest.fixture(scope="session")
def dataset(site):
    """The whole record as JSON v1, which every other format must agree with."""
    return json.loads((site / "data/v1/dataset.json").read_text(encoding="utf-8"))
