"""Who may open the pages of members."""

ROWS = {}
