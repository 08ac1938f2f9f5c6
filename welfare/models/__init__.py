"""Tables of the welfare work: visits, health checks, the customs they follow."""

from welfare.models.customs import BirthdayCustom, FundSource, Occasion
from welfare.models.health import HealthCheck, HealthRound
from welfare.models.visits import Visit, VisitFile, with_last_visit

__all__ = [
    "BirthdayCustom",
    "FundSource",
    "HealthCheck",
    "HealthRound",
    "Occasion",
    "Visit",
    "VisitFile",
    "with_last_visit",
]
