"""What the pages about the catalogue show, read in a fixed number of queries."""

import datetime as dt
from collections import defaultdict

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from amo.models import Membership, Occupation, Office
from amo.templatetags.aksel import status_tag
from courses import demand_page, hiring_page, specification
from courses.actions.concept_versions import newest
from courses.engines.hiring import FORMS, HiringRule
from courses.facts_catalogue import applicants, free_for_office, segments, taken_by_office, with_own_number
from courses.models import ChecklistItem, Concept, Intake, LeafletText, OfficeQuota
from courses.specification import Item, Specification
from courses.words_base import FORM_WORDS, Names, level_words, lower_first, upper_first
from courses.words_hiring import rule
from participants.models.mapping import EducationLevel

COMING = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED, Intake.Status.RUNNING)
STATUS_COLORS = {
    Intake.Status.PLANNED: "planned",
    Intake.Status.OPEN: "open",
    Intake.Status.ALLOCATED: "approved",
    Intake.Status.RUNNING: "on_course",
    Intake.Status.COMPLETED: "completed",
    Intake.Status.CALLED_OFF: "cancelled",
    Intake.Status.CUT_SHORT: "cancelled",
}


def context(concept: Concept, membership: Membership, day: dt.date) -> dict:
    """Everything on a concept's page but its results."""
    names = Names.load()
    spec = specification.of_concept(concept)
    occupations = list(concept.occupations.all())
    intakes = list(
        Intake.objects.visible_to(membership, day)
        .filter(contract__concept=concept, status__in=COMING)
        .with_names()
        .order_by("starts_on", "code")
    )
    return {
        **specified(spec),
        "facts": [(_("Fylke"), str(concept.county)), *facts(spec)],
        "hiring": hiring(concept, [o.code for o in occupations], names, day),
        "outlook": hiring_page.outlooks(concept, day),
        "leaflets": leaflets(concept),
        "demand": demand_table(concept, occupations, day),
        "intakes": intake_table(intakes, membership),
        "quotas": quota_table(intakes),
    }


def leaflets(concept: Concept) -> list[dict]:
    """Where the leaflet is fetched in each language, and whether the county has written it."""
    written = set(concept.leaflets.values_list("language", flat=True))
    return [
        {
            "label": label,
            "written": language in written,
            "pdf_url": reverse("courses:leaflet_pdf", args=[concept.public_id, language]),
        }
        for language, label in LeafletText.Language.choices
    ]


def specified(spec: Specification) -> dict:
    """What the specification of any version says, for `courses/catalogue/_specification_*.html`."""
    return {"spec": spec, "facts": facts(spec), "minimums": minimums(spec), "checklist": checklist(spec)}


def planned_under(intake: Intake) -> dict:
    """What a class was planned under, for its own page, and whether its concept has said something newer since."""
    last = newest(intake.concept)
    pinned = intake.concept_version or last
    found = specified(specification.of_intake(intake))
    return {"spec": found, "pinned": pinned, "newest": last, "behind": bool(pinned and pinned.pk != last.pk)}


def facts(spec: Specification) -> list[tuple[str, str]]:
    """Extent and categories for the description list."""
    theory, placement = spec.theory_weeks, spec.placement_weeks
    size = str(spec.class_size)
    if spec.most_over is not None:
        size = _("%(places)d, og høyst %(over)d over når det er en grunn") % {
            "places": spec.class_size,
            "over": spec.most_over,
        }
    return [
        (_("Kurstype"), spec.display("category")),
        (_("Laget for"), spec.display("audience")),
        (_("Skal føre til"), spec.display("aim")),
        (_("Bransje"), str(spec.sector)),
        (
            _("Varighet"),
            _("%(weeks)d uker: %(theory)d uker teori og %(placement)d uker praksis")
            % {"weeks": spec.weeks, "theory": theory, "placement": placement},
        ),
        (
            _("Timer i uka"),
            _("%(hours)d i teoridelen, arbeidsstedets tid i praksis") % {"hours": spec.hours_per_week},
        ),
        (_("Plasser i en klasse"), size),
        (_("Kilde"), spec.source),
    ]


def minimums(spec: Specification) -> list[tuple[str, str]]:
    """Stated minimum per skill."""
    labels = {"oral": _("Muntlig"), "listening": _("Lytte"), "reading": _("Lese"), "writing": _("Skrive")}
    return [(labels[skill], level_words(level)) for skill, level in spec.minimums.items()]


def checklist(spec: Specification) -> dict:
    """The items with what each asks for and its weight."""
    return {
        "columns": [_("Punkt"), _("Hva det spørres etter"), right(_("Vekt"))],
        "rows": [[item.label, asks(item), item.weight] for item in spec.checklist],
    }


def asks(item: Item) -> str:
    """What a rule asks for, in words."""
    kind = ChecklistItem.Kind
    occupations = ", ".join(lower_first(one.name) for one in item.occupations)
    if item.kind == kind.NORWEGIAN:
        return _("%(skill)s minst %(level)s") % {
            "skill": item.display("skill"),
            "level": level_words(item.level),
        }
    if item.kind == kind.EDUCATION:
        return _("Minst %(level)s") % {"level": lower_first(str(EducationLevel(item.education_level).label))}
    if item.kind == kind.EXPERIENCE:
        where = occupations or (lower_first(str(item.sector)) if item.sector else _("yrkene kurset leder til"))
        return _("Minst %(months)d måneder i %(where)s") % {"months": item.months or 0, "where": where}
    if item.kind == kind.CERTIFICATE:
        return str(item.qualification or "")
    if item.kind == kind.HOURS:
        return _("Minst %(hours)d timer i uka") % {"hours": item.hours or 0}
    if item.kind == kind.GOAL:
        return _("Ønsker å bli %(where)s") % {"where": occupations or _("det kurset leder til")}
    return _("Veileder svarer med én setning")


def hiring(concept: Concept, codes: list[str], names: Names, day: dt.date) -> list[dict]:
    """What employers ask for in the occupations the concept leads to (C4)."""
    return [group for group in hiring_groups(names, day, county_ids=[concept.county_id]) if group["code"] in codes]


def hiring_groups(names: Names, day: dt.date, county_ids=None) -> list[dict]:
    """Per segment: where, source, and a line per form of employment as it holds now, or first will."""
    found = []
    for segment in segments(county_ids, day=day):
        rules = sorted(segment.rules, key=lambda one: (FORMS.index(one.form), one.valid_from))
        found.append(
            {
                "code": segment.occupation,
                "where": segment.code,
                "occupation": upper_first(names.occupation(segment.occupation)),
                "source": segment.source,
                "rules": [(upper_first(FORM_WORDS[one.form]()), _rule_on(one, names, day)) for one in rules],
            }
        )
    return found


def _rule_on(one: HiringRule, names: Names, day: dt.date) -> str:
    """The rule in words, with its days where it is not simply in force."""
    text = rule(one, names)
    if one.valid_from > day:
        text += " " + _("Gjelder fra %(day)s.") % {"day": date_format(one.valid_from)}
    if one.valid_to:
        text += " " + _("Gjelder til %(day)s.") % {"day": date_format(one.valid_to)}
    return text


def right(label: str) -> dict:
    """A column of numbers."""
    return {"label": label, "align": "right"}


def link(url: str, text) -> SafeString:
    """A link as it stands in a table."""
    return format_html('<a class="aksel-link" href="{}">{}</a>', url, text)


def short(day: dt.date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


def intake_table(intakes: list[Intake], membership: Membership) -> dict:
    """Intakes with free places, the office's own among them, and how many have applied."""
    free = free_for_office(intakes, membership.office_id)
    queue = applicants([intake.pk for intake in intakes])
    columns = [_("Kurs"), _("Status"), _("Starter"), _("Slutter"), _("Sted"), _("Søknadsfrist"), _("Leverandør")]
    columns += [right(_("Ledige plasser"))]
    if membership.office_id:
        columns.append(right(_("Ledige for kontoret")))
    columns.append(right(_("Søkere")))
    rows = []
    for intake in intakes:
        row = [
            link(reverse("courses:intake_detail", args=[intake.public_id]), intake.code),
            status_tag(intake.get_status_display(), STATUS_COLORS[intake.status]),
            short(intake.starts_on),
            short(intake.ends_on),
            intake.place,
            short(intake.application_deadline),
            intake.provider.name,
            intake.free_places,
        ]
        if membership.office_id:
            row.append(free[intake.pk])
        rows.append([*row, queue.get(intake.pk, 0)])
    return {"columns": columns, "rows": rows}


def quota_table(intakes: list[Intake]) -> dict:
    """{"offices": […], "rows": […]}: places per office and intake, "1–3" of a quota; only intakes that have quotas."""
    quotas = defaultdict(dict)
    offices: dict[int, Office] = {}
    rows = OfficeQuota.objects.filter(intake__in=intakes).select_related("office").order_by("office__name_sort")
    for quota in rows:
        quotas[quota.intake_id][quota.office_id] = quota
        offices[quota.office_id] = quota.office
    columns = [intake for intake in intakes if intake.pk in quotas]
    return {
        "columns": [_("Kontor"), *(right(intake.code) for intake in columns)],
        "rows": [
            [office.name, *(quota_words(quotas[intake.pk].get(office.pk)) for intake in columns)]
            for office in offices.values()
        ],
    }


def quota_words(quota: OfficeQuota | None) -> str:
    """ "1–3", "minst 1" or a dash."""
    if quota is None:
        return "–"
    if quota.maximum is None:
        return _("minst %(n)d") % {"n": quota.minimum}
    return f"{quota.minimum}–{quota.maximum}" if quota.minimum != quota.maximum else str(quota.maximum)


def place_table(intake: Intake) -> dict:
    """Per office with a quota or some places: least, most, taken, and what is left of the highest quota.

    `rest`: places taken that stand under no office (06-access); whoever looks.
    """
    quotas = {quota.office_id: quota for quota in intake.quotas.select_related("office")}
    offices = {quota.office_id: quota.office for quota in quotas.values()}
    shown = taken_by_office([intake.pk], shown=True)[intake.pk]
    taken, rest = with_own_number(shown, offices, intake.occupied)
    others = Office.objects.filter(pk__in=[pk for pk in taken if pk not in offices]).order_by("name_sort")
    offices |= {office.pk: office for office in others}
    rows = []
    for pk, office in offices.items():
        quota, used = quotas.get(pk), taken.get(pk, 0)
        most = quota.maximum if quota else 0 if quotas else None
        over = most is not None and used > most
        left = "" if most is None else max(0, most - used)
        mark = format_html("{} {}", used, status_tag(_("over kvote"), "info", "xsmall")) if over else used
        rows.append([office.name, quota.minimum if quota else 0, "" if most is None else most, mark, left])
    if rest:
        rows.append([_("Ikke fordelt på kontor"), "", "", rest, ""])
    columns = [
        _("Kontor"),
        right(_("Minst")),
        right(_("Høyst")),
        right(_("Tatt eller tilbudt")),
        right(_("Ledig kvote")),
    ]
    return {"columns": columns, "rows": rows, "rest": rest}


def demand_table(concept: Concept, occupations: list[Occupation], day: dt.date) -> dict:
    """Per occupation the course leads to: openings, unemployed, trained, and how full the market is (C5)."""
    county = concept.county
    found = demand_page.with_market(county, day).filter(pk__in=[o.pk for o in occupations])
    columns = [_("Yrke"), right(_("Ledige stillinger, 12 måneder")), right(_("Arbeidsledige"))]
    columns += [right(_("Arbeidsledige per stilling")), right(_("Fullført kurs, 6 måneder"))]
    columns += [right(_("Planlagte plasser, 6 måneder")), _("Metning")]
    rows = [
        [
            link(reverse("courses:demand_detail", args=[county.number, o.code]), o.title),
            o.openings,
            o.unemployed,
            demand_page.per_opening(o),
            o.completed,
            o.planned,
            demand_page.saturation_tag(o),
        ]
        for o in found
    ]
    return {"columns": columns, "rows": rows}
