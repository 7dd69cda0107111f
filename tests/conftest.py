"""What all tests share: the corpora's folder and the Hypothesis profiles."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# `long` is the run of 20,000 examples that each law has to survive once.
settings.register_profile(
    "default", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "ci", settings.get_profile("default"), max_examples=60, print_blob=True
)
settings.register_profile("long", settings.get_profile("default"), max_examples=20_000)
settings.load_profile(os.environ.get("NEWSMODEL_HYPOTHESIS_PROFILE", "default"))

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and standards beside the checkout."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("NEWSMODEL_REQUIRE_CORPORA") == "1":
        pytest.fail(f"the corpora are required, and {SHARED} is missing")
    pytest.skip("the corpora are not at hand")
