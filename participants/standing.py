"""What she wants set beside what NAV has offered (P2, table 3.1). Pure, and words only: it weighs and counts nothing.

The table's cells C and D are derived here: wants it and has no place; does not know of it, or knows and does not want
it. A cell says nothing about anybody's motivation, so none is named.
"""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participants.list_rules import is_never_told
from participants.models import Aim, PortfolioRow

WANTS_A_COURSE = frozenset({Aim.Kind.WORK_IN_SECTOR, Aim.Kind.BEST_CHANCE, Aim.Kind.COURSE})
WANTS_SOMETHING_ELSE = frozenset({Aim.Kind.WORK_NOT_COURSE, Aim.Kind.OTHER_SECTOR, Aim.Kind.OTHER_COURSE})


def standing(kind: str, row: PortfolioRow, today: dt.date) -> str:
    """One sentence for an aim of this kind and the person's dates as of `today`."""
    on_course = row.course_ends_on is not None and row.course_ends_on >= today
    offered = row.offer_deadline is not None and row.offer_deadline >= today
    if offered or on_course:
        if kind in WANTS_SOMETHING_ELSE:
            return _("Har plass på kurs, men vil helst noe annet. Snakk om det før kurset tar plassen til det andre.")
        return _("Har fått det brukeren ba om: plass på kurs.") if kind in WANTS_A_COURSE else _("Har plass på kurs.")
    waiting = row.applied_on is not None and (row.course_ends_on is None or row.applied_on > row.course_ends_on)
    if waiting:
        day = date_format(row.applied_on, "j. F Y")
        if kind in WANTS_SOMETHING_ELSE:
            return _("Er søkt inn på kurs %(day)s, men sier nå at målet er noe annet. Snakk om søknaden.") % {
                "day": day
            }
        if kind not in WANTS_A_COURSE:
            return _("Er søkt inn på kurs %(day)s og har ikke fått plass ennå.") % {"day": day}
        return _("Ønsker kurs og har ikke fått plass ennå. Søkt inn %(day)s.") % {"day": day}
    if is_never_told(row):
        return _("Det er ikke loggført at brukeren kjenner til AMO-kurs. Fortell om dem før dere velger.")
    if kind in WANTS_A_COURSE:
        return _("Ønsker kurs, men er ikke søkt inn.")
    if kind in WANTS_SOMETHING_ELSE:
        return _("Kjenner til kurs og vil noe annet nå. Det er brukerens eget valg.")
    return _("Kjenner til kurs og har ikke bestemt seg.")
