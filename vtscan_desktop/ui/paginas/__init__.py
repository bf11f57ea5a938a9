"""The pages, one per step of a scan, and what pages alone are made of."""
