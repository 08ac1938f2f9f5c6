"""The zip around an office file, looked through before anything is unpacked.

Run in the sandbox child: a crafted directory must not trouble the web process.
"""

import io
import zipfile
from dataclasses import dataclass

BROKEN, LOCKED, MACROS, LINKS, BOMB = "broken", "locked", "macros", "links", "bomb"
MEGABYTE = 1024 * 1024
MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}


@dataclass(frozen=True)
class Limits:
    """How much a file may hold: numbers of parts, bytes unpacked (trust.md 3.1).

    `ratio` counts for parts that are larger than `small` when unpacked.
    """

    entries: int = 2_000
    total: int = 200 * MEGABYTE
    single: int = 150 * MEGABYTE
    ratio: int = 200
    small: int = MEGABYTE


def faults(data, limits=Limits()):
    """What speaks against this zip: a set of the words above, empty if nothing."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return {BROKEN}
    names = [entry.filename.replace("\\", "/").lower() for entry in entries]
    found = {
        BROKEN: any(name.startswith("/") or ".." in name.split("/") for name in names),
        LOCKED: any(entry.flag_bits & 1 for entry in entries),
        MACROS: any(name.endswith("vbaproject.bin") for name in names),
        LINKS: any("externallinks/" in name for name in names),
        BOMB: _is_bomb(entries, limits),
    }
    return {word for word, holds in found.items() if holds}


def _is_bomb(entries, limits):
    return (
        len(entries) > limits.entries
        or sum(entry.file_size for entry in entries) > limits.total
        or any(_is_swollen(entry, limits) for entry in entries)
    )


def _is_swollen(entry, limits):
    if entry.file_size > limits.single:
        return True
    packed = max(entry.compress_size, 1)
    return entry.file_size > limits.small and entry.file_size / packed > limits.ratio


def kind_of(data):
    """ "docx" or "xlsx" for a sound office file without macros, else None."""
    if faults(data) - {LINKS}:
        return None
    names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    return next((kind for kind, part in MAIN_PARTS.items() if part in names), None)
