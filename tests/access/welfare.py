"""Who may open the pages of welfare."""

ROWS = {}
