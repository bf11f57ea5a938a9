"""What stands beside a topic: `zijvak` holds the tabs, one module for each."""
