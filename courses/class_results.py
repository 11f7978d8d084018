"""What a class page shows about certificates, Norwegian and prospects: a table each, a row per person (K4, K5, K6)."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models import Membership
from amo.templatetags.aksel import status_tag
from courses import attendance_summary, grants, shown_names
from courses.actions.enrolments import may_have_certificate
from courses.actions.norwegian import REPORT_DAYS, SKILLS
from courses.actions.prospects import may_be_told
from courses.models import CourseCertificate, Enrolment, Intake, LanguagePlan, LanguageTest
from courses.words_base import level_words
from participants.models import InformationGiven, Mapping

Status = Enrolment.Status
TAKES_PART = {Status.AWAITING_START, Status.PARTICIPATING}


class People:
    """Those on a class as a membership sees them: those she may open (`named`), those seen in full (06-access).

    In the reduced view after 40 days she is named, and no more. Four queries.
    """

    def __init__(self, membership: Membership, intake: Intake):
        self.intake = intake
        rows = Enrolment.objects.visible_to(membership).filter(intake=intake).taking_a_place()
        rows = rows.select_related("participant", "intake").order_by("participant__name_sort", "pk")
        self.all = list(rows)
        self.names = shown_names.names(membership, self.all)
        ids = {one.participant_id for one in self.all}
        course_view = ids
        if membership.is_provider:
            course_view = grants.has_course_view(membership, ids, on=clock.today())
        self.named = [one for one in self.all if self.names[one.pk] == one.participant.list_name]
        self.full = [one for one in self.named if one.participant_id in course_view]
        self.reduced = len(self.named) - len(self.full)

    @property
    def reduced_text(self) -> str:
        """Why rows have lost their details; empty when none has."""
        if not self.reduced:
            return ""
        said = ngettext(
            "Opplysningene om en deltaker vises til 40 dager etter at deltakelsen sluttet. Det gjelder %(n)d i lista: "
            "dere ser fortsatt navn, kontakt og det som skal rapporteres.",
            "Opplysningene om en deltaker vises til 40 dager etter at deltakelsen sluttet. Det gjelder %(n)d i lista: "
            "dere ser fortsatt navn, kontakt og det som skal rapporteres.",
            self.reduced,
        )
        return said % {"n": self.reduced}

    def link(self, enrolment: Enrolment):
        """Her name as a link to the participation; "Beskyttet" without one."""
        name = self.names[enrolment.pk]
        if name != enrolment.participant.list_name:
            return name
        return format_html('<a class="aksel-link" href="{}">{}</a>', enrolment.get_absolute_url(), name)


def lacking(enrolment: Enrolment, revoked: CourseCertificate | None, today) -> str:
    """Why she has no certificate."""
    if revoked is not None:
        return _("Trukket tilbake: %(reason)s") % {"reason": revoked.revoke_reason}
    if enrolment.status == Status.DROPPED_OUT:
        return _("Sluttet før kurset var ferdig")
    if enrolment.intake.status == Intake.Status.CUT_SHORT:
        return _("Kurset ble stanset før det var ferdig")
    if may_have_certificate(enrolment, today):
        return _("Fullført, ikke utstedt ennå")
    return _("På kurset til %(day)s") % {"day": date_format(enrolment.ends_on)}


def register(people: People, *, writes: bool) -> dict:
    """The register: number, date and by whom, or why she lacks it; taken back ones below. Three queries."""
    today, by_person, revoked = clock.today(), {}, {}
    found = CourseCertificate.objects.filter(enrolment__in=people.named).select_related("issued_by__user", "enrolment")
    gone = []
    for row in found.order_by("issued_at", "pk"):
        if row.revoked_at is None:
            by_person[row.enrolment_id] = row
        else:
            revoked[row.enrolment_id] = row
            gone.append(row)
    shares = attendance_summary.summaries([one.pk for one in people.full])
    rows = []
    for one in people.all:
        full = one in people.full
        row = by_person.get(one.pk)
        share = shares[one.pk].share if full else None
        told = [people.link(one), f"{share} %" if share is not None else ""]
        if one not in people.named:
            told += ["", "", "", ""]
        elif row is not None:
            links = _certificate_links(row, writes) if full else ""
            told += [row.number, date_format(row.issued_on), str(row.issued_by.user), links]
        elif one.certificate_issued_on is not None:
            told += ["", date_format(one.certificate_issued_on), "", ""]
        else:
            told += [status_tag(lacking(one, revoked.get(one.pk), today), "warning"), "", "", ""]
        rows.append(told)
    has = sum(one.certificate_issued_on is not None for one in people.named)
    return {
        "columns": [_("Navn"), _("Til stede"), _("Kursbevis"), _("Utstedt"), _("Av"), _("Gjør")],
        "rows": rows,
        "note": _("%(k)d av %(n)d har fått kursbevis.") % {"k": has, "n": len(people.named)} if rows else "",
        "gone": [
            _("%(number)s, trukket tilbake %(day)s: %(reason)s")
            % {"number": row.number, "day": date_format(localtime(row.revoked_at)), "reason": row.revoke_reason}
            for row in gone
        ],
    }


def _certificate_links(row: CourseCertificate, writes: bool):
    pdf = reverse("courses:certificate", args=[row.enrolment.public_id])
    links = format_html('<a class="aksel-link" href="{}">{}</a>', pdf, _("PDF %(number)s") % {"number": row.number})
    if not writes:
        return links
    take = reverse("courses:certificate_revoke", args=[row.public_id])
    return format_html('{} <a class="aksel-link" href="{}">{}</a>', links, take, _("Trekk tilbake"))


def can_be_issued(people: People) -> list[Enrolment]:
    """Those who have completed and lack it."""
    today = clock.today()
    return [one for one in people.full if one.certificate_issued_on is None and may_have_certificate(one, today)]


def test_text(row: LanguageTest) -> str:
    """ "Muntlig B1: Bestått B1, 3. mai 2026"."""
    state = f"{row.get_status_display()} {row.result}".strip()
    values = {"part": row.get_part_display(), "level": row.level, "state": state, "day": date_format(row.test_on)}
    return _("%(part)s %(level)s: %(state)s, %(day)s") % values


def is_late(row: LanguageTest, enrolment: Enrolment) -> bool:
    """Booked for a day after the last report about her: what she passes then stands in no report."""
    return row.status in LanguageTest.WAITING and (row.test_on - enrolment.ends_on).days > REPORT_DAYS


def goal_text(plan: LanguagePlan | None) -> str:
    """ "muntlig B1, lese A2"; empty without a goal."""
    if plan is None:
        return ""
    labels = dict(LanguageTest.Part.choices)
    return ", ".join(f"{str(labels[skill]).lower()} {getattr(plan, skill)}" for skill in SKILLS if getattr(plan, skill))


def _levels(level: Mapping | None) -> str:
    """ "B1 / B1 / A2 / under A1", a skill that is not known as "?"; empty where none is."""
    known = [getattr(level, skill) for skill in SKILLS] if level else []
    return " / ".join(level_words(one) if one else "?" for one in known) if any(known) else ""


def norwegian(people: People) -> dict:
    """Level now, goal, support and tests of each in one screen; those without a goal stand out. Four queries."""
    plans = {row.enrolment_id: row for row in LanguagePlan.objects.filter(enrolment__in=people.full)}
    tests = {one.pk: [] for one in people.full}
    for row in LanguageTest.objects.filter(enrolment__in=people.full).exclude(status=LanguageTest.Status.CANCELLED):
        tests[row.enrolment_id].append(row)
    current = Mapping.objects.current().filter(participant__in=[one.participant_id for one in people.full])
    levels = {row.participant_id: row for row in current.only("participant", *SKILLS)}
    rows, without, late = [], 0, 0
    for one in people.all:
        if one not in people.full:
            rows.append([people.link(one), "", "", "", "", ""])
            continue
        plan, level = plans.get(one.pk), levels.get(one.participant_id)
        goal = goal_text(plan)
        lacks = not goal and one.status in TAKES_PART
        without += lacks
        behind = any(is_late(row, one) for row in tests[one.pk])
        late += behind
        add = reverse("courses:language_plan", args=[one.public_id])
        book = reverse("courses:language_test_new", args=[one.public_id])
        rows.append(
            [
                people.link(one),
                _levels(level),
                goal or (status_tag(_("Ikke satt"), "warning") if lacks else ""),
                plan.support if plan else "",
                format_html(
                    "{}{}",
                    "; ".join(test_text(row) for row in tests[one.pk]),
                    status_tag(_("Etter siste rapport"), "warning") if behind else "",
                ),
                format_html(
                    '<a class="aksel-link" href="{}">{}</a> <a class="aksel-link" href="{}">{}</a>',
                    add,
                    _("Mål"),
                    book,
                    _("Ny prøve"),
                ),
            ]
        )
    note = []
    if without:
        note.append(_("%(n)d mangler mål for norsk.") % {"n": without})
    if late:
        note.append(_("%(n)d har prøve først etter 12-ukersrapporten.") % {"n": late})
    return {
        "columns": [
            _("Navn"),
            _("Nivå nå: muntlig / lytte / lese / skrive"),
            _("Mål"),
            _("Støtte"),
            _("Prøver"),
            _("Gjør"),
        ],
        "rows": rows,
        "warning": " ".join(note),
    }


def prospects(people: People, intake: Intake, membership: Membership) -> dict:
    """Who has been told by the provider and by NAV, those who have not first. Two queries.

    A provider reads when NAV told her, not the words.
    """
    told: dict[int, list] = {one.participant_id: [] for one in people.full}
    found = InformationGiven.objects.of_prospects().filter(
        participant__in=list(told), subject_id=intake.concept.public_id
    )
    for row in found.select_related("given_by__user"):
        told[row.participant_id].append(row)
    may = set(may_be_told(intake, membership).values_list("pk", flat=True))
    rows, without = [], 0
    for one in people.all:
        if one not in people.full:
            rows.append((True, [people.link(one), "", ""]))
            continue
        own = [row for row in told[one.participant_id] if row.given_by.is_provider]
        nav = [row for row in told[one.participant_id] if not row.given_by.is_provider]
        # By whoever did it since she was given the place: the same as the class's numbers and its quick filter count.
        lacks = one.prospects_explained_on is None and one.pk in may
        not_yet = status_tag(_("Ikke ennå"), "warning") if lacks else "–"
        without += lacks
        rows.append(
            (
                not lacks,
                [
                    people.link(one),
                    "; ".join(f"{date_format(row.given_on)}, {row.given_by.user}: {row.said}" for row in own)
                    or not_yet,
                    "; ".join(date_format(row.given_on) for row in nav) or not_yet,
                ],
            )
        )
    warning = _("%(n)d har ikke fått jobbutsiktene forklart.") % {"n": without} if without else ""
    return {
        "columns": [_("Navn"), _("Forklart på kurset"), _("Forklart av Nav")],
        "rows": [cells for _told, cells in sorted(rows, key=lambda row: row[0])],
        "warning": warning,
    }
