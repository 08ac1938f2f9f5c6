"""Initial passwords for printed slips, and what one's own password must be."""

import secrets

from django.contrib.auth import password_validation as laws

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no 0 o 1 l i


def initial():
    """Three groups of four: about 59 bits."""
    return "-".join(
        "".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3)
    )


class UnlikeOneself(laws.UserAttributeSimilarityValidator):
    def get_help_text(self):
        return "不要用工号，也不要和工号太像。"

    def get_error_message(self):
        return "密码和工号太像，请换一个。"


class LongEnough(laws.MinimumLengthValidator):
    def get_help_text(self):
        return f"至少 {self.min_length} 位。"

    def get_error_message(self):
        return f"密码至少 {self.min_length} 位。"


class Uncommon(laws.CommonPasswordValidator):
    def get_help_text(self):
        return "不要用大家常用的密码，例如 password123。"

    def get_error_message(self):
        return "这个密码太常见，容易被猜到，请换一个。"


class MoreThanDigits(laws.NumericPasswordValidator):
    def get_help_text(self):
        return "不能全是数字。"

    def get_error_message(self):
        return "密码不能全是数字。"
