"""资料检查: what is missing or doubtful in the roster, and where it is mended."""

from members.quality.findings import Finding, findings, unsettled_count
from members.quality.kinds import CHOICES, KINDS, odd_period

__all__ = ["CHOICES", "KINDS", "Finding", "findings", "odd_period", "unsettled_count"]
