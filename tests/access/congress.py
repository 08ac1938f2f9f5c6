"""Who may open the pages of congress."""

ROWS = {}
