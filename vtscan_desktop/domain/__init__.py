"""Pure rules and values of the risicoscan: no Qt, no SQL, no files, no clock."""
