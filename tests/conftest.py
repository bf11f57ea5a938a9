"""Shared set-up: an offscreen Qt before Qt is imported, and hypothesis profiles."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

settings.register_profile(
    "vtscan", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("vtscan")

# How long a test waits for what must come. Only what never comes takes as long; a busy machine must fail nothing.
for _wacht in (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil, QtBot.waitExposed, QtBot.waitActive):
    assert _wacht.__kwdefaults__ is not None
    _wacht.__kwdefaults__["timeout"] = 60_000


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests has the style of the program's."""
    from vtscan_desktop.ui.toepassing import STIJL  # here, since most tests have no window

    return ["vtscan", "-style", STIJL]
