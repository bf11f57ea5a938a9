"""The settings: one window, with a module for each kind of group in it."""
