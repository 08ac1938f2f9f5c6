"""What a page says to the second of two people who edit the same row."""


def told(form, conflict):
    """The person's text stays in the form, the saved text stands beside it.

    The form now carries the saved version: to save again is to know of it.
    """
    differences = form.theirs(conflict.theirs)
    form.data = form.data.copy()
    form.data["version"] = str(conflict.theirs.version)
    return {"form": form, "conflict": differences, "is_conflict": True}
