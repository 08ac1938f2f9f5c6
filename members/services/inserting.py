"""New rows by the thousand, so that nobody waits long for an import.

Django's bulk_create works out the words of SQL for each value of each row; most of its
time goes there. Here each column is made ready once per different value.
"""

from django.db import connections, router, transaction

from members.sealing import SealedField


def insert_many(rows):
    """Insert whole new rows of one model in their order; they get their keys.

    Returns the rows. Raises what bulk_create raises and sends no signals, like it.
    """
    if not rows:
        return rows
    model = type(rows[0])
    alias = router.db_for_write(model)
    connection = connections[alias]
    with transaction.atomic(alias, savepoint=False), connection.cursor() as cursor:
        keys = KEYS[connection.vendor](cursor, model, len(rows))
        for row, key in zip(rows, keys, strict=True):
            row.pk = key
        _insert(cursor, model, _columns(model, rows, connection))
    for row in rows:
        row._state.adding, row._state.db = False, alias
    return rows


def _columns(model, rows, connection):
    """{column: the values of all rows as the database takes them}."""
    told = {}
    for field in model._meta.local_concrete_fields:
        if field.remote_field:
            _follow(field, rows)
        values = [field.pre_save(row, True) for row in rows]
        told[field.column] = _ready(field, values, connection)
    return told


def _follow(field, rows):
    """A row that points to one saved since then has its key now."""
    for row in rows:
        if getattr(row, field.attname) is None and field.is_cached(row):
            related = field.get_cached_value(row)
            setattr(row, field.attname, related and related.pk)


def _ready(field, values, connection):
    """Equal values once only; sealed ones each for itself, or one could tell that two
    are equal."""
    if isinstance(field, SealedField):
        return [field.get_db_prep_save(value, connection) for value in values]
    known = {v: field.get_db_prep_save(v, connection) for v in set(values)}
    return [known[value] for value in values]


def _insert(cursor, model, told):
    quoted = cursor.db.ops.quote_name
    names = ", ".join(map(quoted, told))
    table = f"{quoted(model._meta.db_table)} ({names})"
    lines = zip(*told.values(), strict=True)
    if cursor.db.vendor == "sqlite":
        one = ", ".join(["%s"] * len(told))
        cursor.executemany(f"INSERT INTO {table} VALUES ({one})", lines)  # noqa: S608
        return
    with cursor.db.wrap_database_errors, cursor.copy(f"COPY {table} FROM STDIN") as way:
        for line in lines:
            way.write_row(line)


def _sqlite_keys(cursor, model, count):
    """The keys after the last ever given; nobody else writes in this transaction."""
    last = "SELECT seq FROM sqlite_sequence WHERE name = %s"
    found = cursor.execute(last, [model._meta.db_table]).fetchone()
    first = (found[0] if found else 0) + 1
    return range(first, first + count)


def _postgresql_keys(cursor, model, count):
    given = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
    table = cursor.db.ops.quote_name(model._meta.db_table)
    cursor.execute(given, [table, model._meta.pk.column, count])
    return [key for (key,) in cursor.fetchall()]


KEYS = {"sqlite": _sqlite_keys, "postgresql": _postgresql_keys}
