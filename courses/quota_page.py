"""Proposed quotas as a table: offices down, intakes across, with the numbers they rest on (C3)."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _

from courses import quota_proposals
from courses.concept_page import right
from courses.quota_proposals import Proposal


def context(proposals: Sequence[Proposal], *, county_id: int, day: dt.date, by_share: bool) -> dict:
    """{"columns", "rows", "seen", "problems"} for the page."""
    offices = quota_proposals.offices_of(county_id)
    weights = quota_proposals.jobseekers(county_id, day)
    total = sum(weights.values())
    columns = [_("Kontor")]
    if by_share:
        columns += [right(_("Arbeidssøkere")), right(_("Andel"))]
    columns += [right(one.intake.code) for one in proposals]
    rows = []
    for office in offices:
        row = [office.name]
        if by_share:
            row += [weights[office.pk], f"{100 * weights[office.pk] / total:.1f} %".replace(".", ",") if total else "–"]
        rows.append([*row, *(_words(one, office.pk) for one in proposals)])
    sums = [_("Sum"), *([total, "100 %" if total else "–"] if by_share else [])]
    rows.append([*sums, *(_sum(one) for one in proposals)])
    return {
        "columns": columns,
        "rows": rows,
        "seen": quota_proposals.fingerprint(proposals),
        "problems": [text for one in proposals for text in _problems(one)],
        "nobody": by_share and not total,
    }


def _words(one: Proposal, office: int) -> str:
    if office not in one.quotas:
        return "–"
    least, most = one.quotas[office]
    return _("minst %(n)d") % {"n": least} if most is None else f"{least}–{most}"


def _sum(one: Proposal) -> str:
    return _("%(least)d av %(places)d") % {"least": one.least, "places": one.places}


def _problems(one: Proposal) -> list[str]:
    code = one.intake.code
    if one.too_many:
        return [
            _("%(code)s: Minstekvotene er flere enn plassene. Velg kurs med like mange plasser, eller bruk andelene.")
            % {"code": code}
        ]
    if not one.quotas:
        return [_("%(code)s: Det finnes ikke noe tidligere kurs med kvoter. Kvotene blir stående.") % {"code": code}]
    if one.copied_from:
        return [_("%(code)s: Kopiert fra %(source)s.") % {"code": code, "source": one.copied_from.code}]
    return []
