"""The handleiding on the screen, which place in it F1 opens, and what the program is."""
