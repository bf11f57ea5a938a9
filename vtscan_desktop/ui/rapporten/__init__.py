"""What is done with a report beside making it: look, sign, check, and the identities for that."""
