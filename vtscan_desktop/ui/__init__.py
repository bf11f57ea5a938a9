"""All Qt: shell, pages, widgets, theme. Whoever reaches Qt does so by way of this package.

PySide6 puts an `__import__` of its own in Python's place, for a switch (`from __feature__ import ...`) that is not used
here. It reads and keeps the source of every module imported from then on: 25 MB, and a good part of the time to the
first window. Python has its own `__import__` back after it.

The garbage collector rests meanwhile: Qt's classes and enumerations are some 30,000 objects that stay as long as the
program does, and that it would go through time and again while they are made. It never looks at them afterwards.
"""

import builtins
import gc

_eigen = builtins.__import__
gc.disable()
import PySide6.QtCore  # noqa: E402

builtins.__import__ = _eigen
import PySide6.QtWidgets  # noqa: E402, F401
from PySide6.QtCore import Qt  # noqa: E402, F401  # all its enumerations come with the name

gc.freeze()
gc.enable()
