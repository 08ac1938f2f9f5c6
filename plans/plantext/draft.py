"""What comes out of a plan text: a draft for a person to confirm."""

from dataclasses import asdict, dataclass

from plans.plantext.spans import Span

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
    responsible: str = ""  # where a line or a column says who answers
    days: tuple[str, ...] = ()  # the first and the last, MM-DD, where they are said
    category_name: str = ""  # where a table has a column of them

    def to_json(self):
        told = asdict(self) | {"months": list(self.months), "days": list(self.days)}
        return {
            name: value
            for name, value in told.items()
            if value or name not in ("responsible", "days", "category_name")
        }


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
    span: Span | None = None  # the months it is for, where its paper says them

    def to_json(self):
        span = {"span": self.span.to_json()} if self.span else {}
        return span | {
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
