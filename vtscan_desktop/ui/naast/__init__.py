"""What stands beside a topic: one module for each tab."""
