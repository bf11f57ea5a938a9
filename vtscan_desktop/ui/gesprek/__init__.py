"""During and around a gesprek: the note line, notes in lists, gespreksmodus, the agenda."""
