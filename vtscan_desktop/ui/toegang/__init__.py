"""Between the user and the open database: first start, passphrase, recovery key, keyring, lock."""
