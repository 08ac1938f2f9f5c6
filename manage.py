#!/usr/bin/env python
"""Django's command line; `quickstart` makes the environment that settings need."""

import os
import sys

from django.core.management import execute_from_command_line

from unionoffice import firststart

NO_OFFICE = "这里还没有建立工会办公室。请先运行：python manage.py quickstart"


def prepare(arguments):
    """Secrets for a first start, none needed to read a file, or a word to the wise."""
    command = arguments[1] if len(arguments) > 1 else "help"
    asks = {"-h", "--help", "--version"} & set(arguments)
    if asks or command in ("help", "version"):
        firststart.lend_environment()
    elif command == "quickstart":
        firststart.write_environment(demo="--empty" not in arguments)
    elif command == "import_plan" and "--as-plan" not in arguments:
        firststart.lend_environment()
    elif not firststart.has_environment():
        sys.exit(NO_OFFICE)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    prepare(sys.argv)
    execute_from_command_line(sys.argv)
