"""What somebody sent after their session had ended: kept, and sent on after login.

It lies sealed in the session of the browser that sent it, for one hour. Files cannot
be kept; passwords are not.
"""

import json
import re
import time

from members import sealing

SESSION_KEY = "kept"
CONTEXT = "members.kept"
SECONDS = 60 * 60
CHINESE = re.compile("[\u4e00-\u9fff]")
NEVER = {"csrfmiddlewaretoken"}


def keep(request):
    """Put the fields of a POST aside."""
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        for value in values
        if name not in NEVER and "password" not in name
    ]
    names = [file.name for files in request.FILES.lists() for file in files[1]]
    kept = {
        "path": request.get_full_path(),
        "fields": fields,
        "files": names,
        "until": time.time() + SECONDS,
    }
    request.session[SESSION_KEY] = sealing.seal(json.dumps(kept), CONTEXT)


def kept(request):
    """What was put aside: {"path", "fields", "files"}; None if nothing, or too old."""
    sealed = request.session.get(SESSION_KEY)
    found = json.loads(sealing.unseal(sealed, CONTEXT)) if sealed else None
    return found if found and found["until"] > time.time() else None


def sentences(found):
    """The longer texts of a person among the fields: no keys, no choices."""
    values = [value.strip() for _, value in found["fields"]]
    return [value for value in values if len(CHINESE.findall(value)) > 6]


def drop(request):
    request.session.pop(SESSION_KEY, None)
