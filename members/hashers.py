"""Argon2id at OWASP's smallest setting: 300 colleagues log in within minutes."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class OfficeArgon2(Argon2PasswordHasher):
    """19 MiB, two passes, one lane (facts.md: 0.07 s of processor per login)."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
