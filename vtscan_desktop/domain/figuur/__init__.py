"""Figures: what one says (`beschrijving`), and how it is laid out in lines and words (`plan`). Painters draw that."""
