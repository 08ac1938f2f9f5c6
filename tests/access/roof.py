"""Who may open the pages over all apps, and the accounts' own."""

from tests.access import EVERYBODY, Row

YEAR = {"chair", "committee", "auditor", "leader"}

ROWS = {
    "home": Row(get=EVERYBODY),
    "todo_count": Row(get=EVERYBODY),
    "me": Row(get=EVERYBODY),
    "personal": Row(get=EVERYBODY),
    "find": Row(get=EVERYBODY),
    "year": Row(get=YEAR),
    "year_of": Row(get=YEAR, kwargs=lambda: {"year": 2026}),
    "year_export": Row(
        get={"chair", "committee", "auditor"}, kwargs=lambda: {"year": 2026}
    ),
    "account_login": Row(get=EVERYBODY, open_to_all=True, stock=True),
    "account_logout": Row(get=EVERYBODY, open_to_all=True, stock=True),
    "account_inactive": Row(get=EVERYBODY, open_to_all=True, stock=True),
    "account_reauthenticate": Row(get=EVERYBODY, stock=True),
    "account_change_password": Row(get=EVERYBODY, stock=True),
    "mfa_index": Row(get=EVERYBODY, stock=True),
    "mfa_activate_totp": Row(get=EVERYBODY, stock=True),
    "mfa_deactivate_totp": Row(get=EVERYBODY, stock=True, answers=(302, 404)),
    "mfa_authenticate": Row(get=EVERYBODY, open_to_all=True, stock=True),
    "mfa_reauthenticate": Row(get=EVERYBODY, stock=True),
    "mfa_generate_recovery_codes": Row(get=EVERYBODY, stock=True, answers=(302, 404)),
    "mfa_view_recovery_codes": Row(get=EVERYBODY, stock=True, answers=(302, 404)),
    "mfa_download_recovery_codes": Row(get=EVERYBODY, stock=True, answers=(302, 404)),
    "usersessions_list": Row(get=EVERYBODY, stock=True),
    "healthz": Row(get=EVERYBODY, open_to_all=True),
    "readyz": Row(get=EVERYBODY, open_to_all=True),
}
