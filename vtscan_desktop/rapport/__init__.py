"""Domain values to PDF; signing and checking of reports."""
