"""What may stand for a year in an address."""


class YearConverter:
    """1901 to 2099: outside of it no school has records."""

    regex = "(?:19(?:0[1-9]|[1-9][0-9])|20[0-9]{2})"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)
