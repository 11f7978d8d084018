"""Job offers in words: what was offered, what came of it, and why it did not become a job (L8)."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from placements.engines.offers import Tally, tally
from placements.models import JobOffer

Answer, Condition, Reason = JobOffer.Answer, JobOffer.Condition, JobOffer.Reason
COLORS = {Answer.OPEN: "waiting", Answer.ACCEPTED: "accepted", Answer.DECLINED: "neutral", Answer.WITHDRAWN: "warning"}


def terms_text(offer: JobOffer) -> str:
    """ "Vikariat eller midlertidig, 20–60 %, ringevikar, kveld og helg, fra 1. mars 2027"."""
    parts = [str(offer.get_form_display()), offer.fte_text]
    if offer.on_call:
        parts.append(_("ringevikar"))
    if offer.hours:
        parts.append(offer.hours)
    first = date_format(offer.starts_on)
    if offer.ends_on:
        parts.append(f"{first}–{date_format(offer.ends_on)}")
    else:
        parts.append(_("fra %(day)s") % {"day": first})
    return ", ".join(parts)


def condition_text(offer: JobOffer) -> str:
    """The condition and what was decided: "Lønnstilskudd fra Nav: ikke oppfylt 3. mars 2027"; empty without one."""
    if not offer.condition:
        return ""
    name = str(offer.get_condition_display())
    if offer.condition_text:
        name = f"{name} ({offer.condition_text})"
    if not offer.condition_decision:
        return _("%(condition)s: ikke avgjort") % {"condition": name}
    return _("%(condition)s: %(decision)s %(day)s") % {
        "condition": name,
        "decision": offer.get_condition_decision_display().lower(),
        "day": date_format(offer.condition_decided_on),
    }


def why_not(offer: JobOffer) -> str:
    """Why it did not become a job, in words; empty while it may."""
    if not offer.reason:
        return ""
    if offer.reason == Reason.CONDITION and offer.condition == Condition.WAGE_SUBSIDY:
        reason = _("Lønnstilskuddet ble avslått")
    else:
        reason = str(offer.get_reason_display())
    return f"{reason}. {offer.note}" if offer.note else reason


def counted(offers: Iterable[tuple[str, str, str]]) -> str:
    """ "3 tilbud, 1 ja; 1 kunne ikke ta arbeidstiden, 1 lønnstilskudd avslått" of (answer, reason, condition); empty of none."""
    return tally_text(tally(offers))


def counted_by(rows: Iterable[tuple[int, str, str, str]]) -> dict[int, str]:
    """The same per key: rows of (key, answer, reason, condition)."""
    found = defaultdict(list)
    for key, *offer in rows:
        found[key].append(tuple(offer))
    return {key: counted(offers) for key, offers in found.items()}


def tally_text(found: Tally) -> str:
    """A tally in one line."""
    if not found.offers:
        return ""
    parts = [
        ngettext("%(n)d tilbud", "%(n)d tilbud", found.offers) % {"n": found.offers},
        _("%(n)d ja") % {"n": found.accepted},
    ]
    if found.waiting:
        parts.append(_("%(n)d venter på svar") % {"n": found.waiting})
    text = ", ".join(parts)
    most_first = sorted(found.lost.items(), key=lambda item: (-item[1], Reason.values.index(item[0][0]), item[0]))
    lost = [_lost_text(reason, condition) % {"n": n} for (reason, condition), n in most_first]
    return f"{text}; {', '.join(lost)}" if lost else text


def _lost_text(reason: str, condition: str) -> str:
    if reason == Reason.CONDITION:
        return (
            _("%(n)d lønnstilskudd avslått") if condition == Condition.WAGE_SUBSIDY else _("%(n)d vilkår ikke oppfylt")
        )
    return {
        Reason.HOURS: _("%(n)d kunne ikke ta arbeidstiden"),
        Reason.PERCENTAGE: _("%(n)d for liten stilling"),
        Reason.PAY: _("%(n)d på grunn av lønna"),
        Reason.TRAVEL: _("%(n)d for lang reisevei"),
        Reason.OTHER_JOB: _("%(n)d fikk en annen jobb"),
        Reason.EDUCATION: _("%(n)d begynner på utdanning"),
        Reason.NO_NEED: _("%(n)d der arbeidsgiveren ikke hadde behov"),
    }.get(reason, _("%(n)d av andre grunner"))
