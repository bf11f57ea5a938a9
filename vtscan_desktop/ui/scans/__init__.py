"""Whole scans: the start page, and each window that asks something about one or compares them."""
