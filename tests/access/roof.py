"""Who may open the pages over all apps, and the accounts' own."""

from tests.access import EVERYBODY, Row

ROWS = {
    "home": Row(get=EVERYBODY),
    "todo_count": Row(get=EVERYBODY),
    "me": Row(get=EVERYBODY),
    "find": Row(get=EVERYBODY),
    "healthz": Row(get=EVERYBODY, open_to_all=True),
    "readyz": Row(get=EVERYBODY, open_to_all=True),
}
