"""Who may open the pages of plans."""

ROWS = {}
