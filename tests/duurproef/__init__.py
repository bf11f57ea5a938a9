"""The endurance test: a driver types in the real window and is killed at a random moment, many times over."""
