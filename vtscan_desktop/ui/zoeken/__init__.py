"""Ctrl+K: the box, what it lists, and going to what was found."""
