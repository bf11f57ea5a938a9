"""Errors that nobody foresaw and that were caught where they happened, so that the work can go on: who hears of them.

It imports nothing: whatever runs on a thread of its own has it, from the first window on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ontvanger: Callable[[BaseException], None] | None = None


def zet_ontvanger(ontvanger: Callable[[BaseException], None] | None) -> None:
    """Say who is told of them; on any thread."""
    global _ontvanger  # noqa: PLW0603  # one program, one window that tells its user
    _ontvanger = ontvanger


def geef_door(fout: BaseException) -> None:
    """Log such an error, and tell of it."""
    from vtscan_desktop.services.logboek import noteer_fout

    noteer_fout(fout)
    if _ontvanger is not None:
        _ontvanger(fout)
