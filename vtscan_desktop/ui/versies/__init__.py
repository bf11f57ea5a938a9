"""How it was: earlier versions of a text, versions of reports, what differs, and a scan that only reads."""
