"""`python -m vtscan_desktop`: the same as `vtscan`."""

import sys

from vtscan_desktop.app import main

sys.exit(main())
