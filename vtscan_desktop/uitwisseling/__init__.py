"""The exchange format in and out (risicoscan.schema.json)."""
