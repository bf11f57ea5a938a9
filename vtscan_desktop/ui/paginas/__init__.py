"""The pages: one per step of a scan."""
