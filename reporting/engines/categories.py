"""The category of a person on a day, from facts (appendix 4, row R2).

This is the reference: plain Python for one person at a time. The snapshots themselves are made by one set-based
statement, and a test holds that statement to this.
"""

from dataclasses import dataclass
from datetime import date

CATEGORIES = (
    "permanent",
    "temporary_long",
    "temporary_short",
    "part_time",
    "self_employed",
    "amo",
    "placement",
    "wage_subsidy",
    "education_nav",
    "education_ordinary",
    "unemployed",
    "left_ill",
    "left_other",
    "no_contact",
)
"""In the order of appendix 4."""

JOB_FORMS = ("permanent", "temporary", "self_employed", "apprentice")
BANDS = ("from_80", "from_50", "under_50")
LONG_DAYS = 90
"""A temporary job is long from this many days, or after so many held where its end is not known."""

CONTACT_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Job:
    """One employment fact. ``percent`` is the lower end where a range was given; None, unknown, counts as 0."""

    form: str
    starts_on: date
    ends_on: date | None = None
    percent: float | None = None
    on_call: bool = False
    wage_subsidy: bool = False

    def __post_init__(self):
        if self.form not in JOB_FORMS:
            raise ValueError(f"not a form of employment: {self.form!r}")
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise ValueError("a job ends after it starts")

    def active_on(self, day: date) -> bool:
        """Is the job held on the day, first and last day included?"""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def security(self, day: date) -> str:
        """Category of an ordinary job by how secure it is. An apprentice counts as a long temporary job."""
        if self.form == "permanent":
            return "permanent"
        if self.form == "apprentice":
            return "temporary_long"
        until = day if self.ends_on is None else self.ends_on
        return "temporary_long" if (until - self.starts_on).days >= LONG_DAYS else "temporary_short"


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known of a person on the day. ``left`` is ill or other for one who left the course early, or empty.

    ``jobs``: each once, as its most trusted source tells of it.
    ``unemployed``: registered as a jobseeker, or said so when reached. ``attempts``: contact attempts without answer.
    """

    jobs: tuple[Job, ...] = ()
    amo: bool = False
    placement: bool = False
    education_nav: bool = False
    education_ordinary: bool = False
    left: str = ""
    unemployed: bool = False
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """Category and what job quality is counted from.

    ``form``, ``percent``, ``band`` and ``on_call`` are of the ordinary jobs held, whatever the category. ``left`` is
    kept so that the table can be counted as appendix 4 does. ``incomplete``: no contact, but fewer than three attempts.
    """

    category: str
    form: str = ""
    percent: float | None = None
    band: str = ""
    on_call: bool = False
    apprentice: bool = False
    left: str = ""
    incomplete: bool = False


def band(percent: float) -> str:
    """Band of a percentage of full time: from_80, from_50 or under_50."""
    return "from_80" if percent >= 80 else "from_50" if percent >= 50 else "under_50"


def categorise(facts: DayFacts, day: date) -> Outcome:
    """The first category in order of precedence that holds on the day (row R2)."""
    held = [job for job in facts.jobs if job.active_on(day)]
    ordinary = [job for job in held if not job.wage_subsidy and job.form != "self_employed"]
    percent = sum(job.percent or 0 for job in ordinary)
    quality: dict = {"left": facts.left}
    if ordinary:
        order = CATEGORIES.index
        secure = min(ordinary, key=lambda job: (order(job.security(day)), job.on_call))
        quality |= {
            "form": secure.security(day),
            "percent": percent,
            "band": band(percent),
            "on_call": all(job.on_call for job in ordinary),
            "apprentice": secure.form == "apprentice",
        }
        return Outcome(quality["form"] if percent >= 50 else "part_time", **quality)
    for category, holds in (
        ("self_employed", any(job.form == "self_employed" and not job.wage_subsidy for job in held)),
        ("wage_subsidy", any(job.wage_subsidy for job in held)),
        ("amo", facts.amo),
        ("placement", facts.placement),
        ("education_nav", facts.education_nav),
        ("education_ordinary", facts.education_ordinary),
        ("left_ill", facts.left == "ill"),
        ("left_other", facts.left == "other"),
        ("unemployed", facts.unemployed),
    ):
        if holds:
            return Outcome(category, **quality)
    return Outcome("no_contact", incomplete=facts.attempts < CONTACT_ATTEMPTS, **quality)
