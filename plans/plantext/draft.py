"""What comes out of a plan text: a draft for a person to confirm."""

from dataclasses import asdict, dataclass

# What may become of a source line; the confirmation page shows it beside the line.
TITLE = "title"
HEADING = "heading"
SECTION = "section"
MEASURE = "measure"
MONTH = "month"
ACTIVITY = "activity"
WARNING = "warning"
NOISE = "noise"


@dataclass(frozen=True)
class Section:
    heading: str
    text: str


@dataclass(frozen=True)
class Measure:
    text: str
    months: tuple[int, ...] = ()
    due: str | None = None
    responsible: str = ""


@dataclass(frozen=True)
class Activity:
    title: str
    months: tuple[int, ...]
    year_offset: int
    theme: str
    line: int
    responsible: str = ""  # where a table has a column of who answers

    def to_json(self):
        known = asdict(self) | {"months": list(self.months)}
        return known if self.responsible else _without(known, "responsible")


def _without(known, name):
    return {key: value for key, value in known.items() if key != name}


@dataclass(frozen=True)
class Doubt:
    """Called a warning outside; the word is taken in Python."""

    line: int
    message: str


@dataclass(frozen=True)
class PlanDraft:
    title: str
    sections: tuple[Section, ...] = ()
    measures: tuple[Measure, ...] = ()
    activities: tuple[Activity, ...] = ()
    warnings: tuple[Doubt, ...] = ()

    def to_json(self):
        return {
            "title": self.title,
            "sections": [asdict(section) for section in self.sections],
            "measures": [
                asdict(measure) | {"months": list(measure.months)}
                for measure in self.measures
            ],
            "activities": [activity.to_json() for activity in self.activities],
            "warnings": [asdict(warning) for warning in self.warnings],
        }


@dataclass(frozen=True)
class Draft:
    """All plans of one file, and what became of each source line that says something."""

    plans: tuple[PlanDraft, ...]
    fate: dict[int, str]

    def to_json(self):
        return {"plans": [plan.to_json() for plan in self.plans]}
