"""What a page says to the second of two people who edit the same row."""


def told(form, conflict):
    """The person's text stays in the form, the saved text stands beside it.

    The form now carries the saved version: to save again is to know of it.
    """
    differences = form.theirs(conflict.theirs)
    form.data = form.data.copy()
    form.data["version"] = str(conflict.theirs.version)
    return {"form": form, "conflict": differences, "is_conflict": True}


def versioned(form):
    """What the deed of editing needs of a VersionedForm."""
    return {"expected": form.cleaned_data["version"], "columns": form.columns}


def status_of(ruling):
    """409 where the row has moved on under the hands of whoever edits it.

    The page then shows why, with everything that was typed still in the form.
    """
    return 200 if ruling else 409
