"""All Qt: shell, pages, widgets, theme.

PySide6 puts an `__import__` of its own in Python's place, for a switch (`from __feature__ import ...`) that is not used
here. It reads and keeps the source of every module imported from then on: 25 MB, and a good part of the time to the
first window. Whoever reaches Qt by way of this package first has Python's own `__import__` back.
"""

import builtins

_eigen = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _eigen
