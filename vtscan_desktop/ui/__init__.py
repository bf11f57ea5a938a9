"""All Qt: shell, pages, widgets, theme."""
