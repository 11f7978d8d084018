"""Norwegian on the course: one person's, and each county's courses with support against the need (K6)."""

from collections import Counter, defaultdict

from django.db.models import Count, F, Q, Sum
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import County, Membership
from courses import enrolment_page
from courses.actions.norwegian import REPORT_DAYS, SKILLS
from courses.class_results import goal_text, is_late, test_text
from courses.models import Application, Enrolment, Intake, LanguageTest
from participants.models import Mapping
from participants.models.mapping import Cefr
from participants.views.lookups import may_write

WEAK = (Cefr.BELOW_A1, Cefr.A1, Cefr.A2)
"""Oral Norwegian below B1."""
FEWEST = 5
"""Fewer people than so are told as "under 5" (small cells)."""
Status = LanguageTest.Status


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: goal, support, tests, and what was passed by T0 and by T12. Two queries."""
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids).taking_a_place()
    rows = rows.select_related("participant", "language_plan").prefetch_related("language_tests")
    found = {}
    for enrolment in rows:
        if not enrolment_page.has_course_view(enrolment, membership):
            continue
        plan, tests = getattr(enrolment, "language_plan", None), list(enrolment.language_tests.all())
        provider = membership.is_provider
        if plan is None and not tests and not provider:
            continue
        takes_in = may_write(membership, enrolment.participant)
        found[enrolment.pk] = {
            "facts": [
                (_("Mål"), goal_text(plan)),
                (_("Støtte"), plan.support if plan else ""),
                *_milestones(enrolment, tests),
            ],
            "tests": [
                {
                    "text": f"{test_text(row)}. {row.get_paid_by_display()}",
                    "late": is_late(row, enrolment),
                    "edit_url": _url("edit", row) if provider and row.mapped_at is None else "",
                    "map_url": _url("map", row)
                    if takes_in and row.status == Status.PASSED and not row.mapped_at
                    else "",
                }
                for row in tests
            ],
            "plan_url": reverse("courses:language_plan", args=[enrolment.public_id]) if provider else "",
            "test_url": reverse("courses:language_test_new", args=[enrolment.public_id]) if provider else "",
        }
    return found


def _url(what: str, row: LanguageTest) -> str:
    return reverse(f"courses:language_test_{what}", args=[row.public_id])


def _milestones(enrolment: Enrolment, tests: list[LanguageTest]) -> list[tuple[str, str]]:
    """What was passed by the end of the course and by the last report, once the day has come."""
    t12 = enrolment.ends_on + clock.dt.timedelta(days=REPORT_DAYS)
    found = []
    for label, day in ((_("Bestått ved kursslutt"), enrolment.ends_on), (_("Bestått etter 12 uker"), t12)):
        if day <= clock.today():
            passed = [row for row in tests if row.status == Status.PASSED and row.test_on <= day]
            found.append((label, ", ".join(f"{row.get_part_display()} {row.result}".lower() for row in passed)))
    return found


def _few(n: int) -> str:
    """A count of people, small ones hidden."""
    return str(n) if n == 0 or n >= FEWEST else _("under %(n)d") % {"n": FEWEST}


def by_county() -> dict:
    """A row per county: courses with support that are coming, free places, people with weak Norwegian. Four queries.

    Protected people are in no count, and small counts are not told.
    """
    coming = Intake.objects.filter(
        status__in=[Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED], starts_on__gt=clock.today()
    )
    county = "contract__concept__county"
    courses = {
        row[county]: row
        for row in coming.order_by()
        .values(county)
        .annotate(
            n=Count("pk"),
            supported=Count("pk", filter=~Q(contract__concept__language_support="")),
            free=Sum(
                F("capacity") + F("over_capacity") - F("occupied"), filter=~Q(contract__concept__language_support="")
            ),
        )
    }
    weak = Mapping.objects.current().filter(
        oral__in=WEAK, participant__address_protection="", participant__is_shielded=False
    )
    people = _per_county(weak)
    applying = Application.objects.filter(status=Application.Status.SUBMITTED).values("participant")
    applicants = _per_county(weak.filter(participant__in=applying))
    rows = []
    for one in County.objects.order_by("name"):
        had = courses.get(one.pk, defaultdict(int))
        rows.append(
            [
                one.name,
                _("%(k)d av %(n)d") % {"k": had["supported"], "n": had["n"]},
                str(max(0, had["free"] or 0)),
                _few(people[one.pk]),
                _few(applicants[one.pk]),
            ]
        )
    columns = [
        _("Fylke"),
        *(
            {"label": label, "align": "right"}
            for label in (
                _("Kommende kurs med norskstøtte"),
                _("Ledige plasser på dem"),
                _("Kartlagte med muntlig norsk under B1"),
                _("Av dem med søknad som ikke er avgjort"),
            )
        ),
    ]
    return {"columns": columns, "rows": rows, "day": date_format(clock.today())}


def _per_county(mappings) -> Counter:
    office = "participant__office__county"
    return Counter(dict(mappings.order_by().values_list(office).annotate(n=Count("participant"))))


def initial_goals(plan) -> dict:
    """What the form of a plan begins with."""
    if plan is None:
        return {}
    return {skill: getattr(plan, skill) for skill in SKILLS} | {"support": plan.support}
