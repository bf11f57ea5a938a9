"""Tables that are typed in: of rows of fields, and the painted one with all acties."""
