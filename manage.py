#!/usr/bin/env python
"""Django's command line; a first `quickstart` makes the environment it needs."""

import os
import sys

from django.core.management import execute_from_command_line

from unionoffice import firststart

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    if sys.argv[1:2] == ["quickstart"] and not {"-h", "--help"} & set(sys.argv):
        firststart.write_environment(demo="--empty" not in sys.argv)
    execute_from_command_line(sys.argv)
