"""The parts every page and window is made of: look here before making one."""
