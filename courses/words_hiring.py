"""Hiring requirements in words of which jobs are open and which stay closed (C4)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.engines.fit import NorwegianMinimum
from courses.engines.hiring import FormOutlook, HiringRule, Missing, Segment, SegmentOutlook
from courses.words_base import FORM_WORDS, Names, join_words, level_words, upper_first


def where(segment: Segment, names: Names) -> str:
    """ "Sykehjemsetaten, hjelpepleier": the employers and the occupation."""
    return f"{segment.code}, {names.occupation(segment.occupation)}"


def summary(forms: tuple[FormOutlook, ...]) -> str:
    """ "Kan få ringevakter, ikke fast jobb." of the forms of one segment."""
    opened = join_words(_form(form) for form in forms if form.status != "closed")
    closed = [FORM_WORDS[form.form]() for form in forms if form.status == "closed"]
    if not closed:
        return _("Kan få %(open)s.") % {"open": opened}
    if opened:
        return _("Kan få %(open)s, ikke %(closed)s.") % {"open": opened, "closed": join_words(closed, _("eller"))}
    return _("Kan ikke få %(closed)s.") % {"closed": join_words(closed, _("eller"))}


def _form(form: FormOutlook) -> str:
    """The form of employment; one that takes a permission says so."""
    word = FORM_WORDS[form.form]()
    return _("%(form)s med tillatelse") % {"form": word} if form.permission_from else word


def passed(forms: tuple[FormOutlook, ...], names: Names) -> str:
    """What passing the tests on the course would open, and which they are, or empty."""
    opened = [form for form in forms if form.if_passed]
    if not opened:
        return ""
    needs = list(dict.fromkeys(one for form in opened for one in form.missing))
    tests = norwegian(one.norwegian for one in needs if one.norwegian)
    others = [missing(one, names) for one in needs if not one.norwegian]
    return _("Bestått %(tests)s på kurset åpner for %(forms)s.") % {
        "tests": join_words([*tests, *others]),
        "forms": join_words(_form(form) for form in opened),
    }


def detail(form: FormOutlook, names: Names) -> str:
    """One form of employment: open, by permission with its limits, or what is missing for it."""
    word = upper_first(FORM_WORDS[form.form]())
    if form.status == "open":
        return _("Kan få %(form)s.") % {"form": FORM_WORDS[form.form]()}
    if form.status == "permission":
        return _("Kan få %(form)s, men bare med tillatelse fra %(who)s%(limits)s.") % {
            "form": FORM_WORDS[form.form](),
            "who": form.permission_from,
            "limits": limits(form.months_each, form.months_total),
        }
    norwegian_tests = [one.norwegian for one in form.missing if one.norwegian]
    others = [missing(one, names) for one in form.missing if not one.norwegian]
    text = _("%(form)s krever %(lacking)s.") % {
        "form": word,
        "lacking": join_words([*norwegian(norwegian_tests), *others]),
    }
    if form.if_passed:
        text += " " + _("Kan tas på kurset.")
    return text


def missing(one: Missing, names: Names) -> str:
    """What one unmet need asks for."""
    if one.norwegian:
        return "".join(norwegian([one.norwegian]))
    return any_of(one.any_of, names)


def any_of(codes: Iterable[str], names: Names) -> str:
    """ "enten fagbrev eller autorisasjon" of several, of which one is enough; one alone stands by itself."""
    choices = [names.qualification(code) for code in codes]
    if len(choices) < 2:
        return "".join(choices)
    return _("enten %(choices)s") % {"choices": join_words(choices, _("eller"))}


TEST_WORDS = {
    "oral": lambda: _("muntlig"),
    "listening": lambda: _("lytte"),
    "reading": lambda: _("lese"),
    "writing": lambda: _("skrive"),
    "written": lambda: _("skriftlig"),
}


def norwegian(minimums: Iterable[NorwegianMinimum]) -> list[str]:
    """ "norskprøve på B1 (muntlig og skriftlig)": the tests asked for, those of one level together."""
    by_level: dict[str, list[str]] = {}
    for minimum in minimums:
        by_level.setdefault(minimum.level, []).append(TEST_WORDS[minimum.skill]())
    return [
        _("norskprøve på %(level)s (%(skills)s)") % {"level": level_words(level), "skills": join_words(skills)}
        for level, skills in by_level.items()
    ]


def limits(months_each: int | None, months_total: int | None) -> str:
    """ ", to måneder om gangen og tolv måneder i alt", or empty."""
    parts = []
    if months_each:
        parts.append(ngettext("%(n)d måned om gangen", "%(n)d måneder om gangen", months_each) % {"n": months_each})
    if months_total:
        parts.append(ngettext("%(n)d måned i alt", "%(n)d måneder i alt", months_total) % {"n": months_total})
    return f", {join_words(parts)}" if parts else ""


def rule(found: HiringRule, names: Names) -> str:
    """What one form of employment asks for, whoever the person is."""
    needs = norwegian(found.norwegian)
    needs += [any_of(group, names) for group in found.needs]
    text = _("Krever %(needs)s.") % {"needs": join_words(needs)} if needs else _("Ingen formelle krav.")
    if found.permission_from:
        text += " " + _("Bare med tillatelse fra %(who)s%(limits)s.") % {
            "who": found.permission_from,
            "limits": limits(found.months_each, found.months_total),
        }
    return text


STATUS_WORDS = {
    "open": lambda: _("Mulig"),
    "permission": lambda: _("Bare med tillatelse"),
    "if_passed": lambda: _("Mulig med bestått prøve"),
    "closed": lambda: _("Ikke mulig"),
}
STATUS_COLORS = {"open": "success", "permission": "info", "if_passed": "warning", "closed": "neutral"}


def status(form: FormOutlook) -> dict:
    """How open one form of employment is: {code, label, color, note} with who permits it, and for how long."""
    code = "if_passed" if form.if_passed else form.status
    note = ""
    if form.permission_from and code != "closed":
        text = _("med tillatelse fra %(who)s%(limits)s") if code == "if_passed" else _("fra %(who)s%(limits)s")
        note = text % {
            "who": form.permission_from,
            "limits": limits(form.months_each, form.months_total),
        }
    return {"code": code, "label": STATUS_WORDS[code](), "color": STATUS_COLORS[code], "note": note}


def lacking(form: FormOutlook, names: Names) -> list[str]:
    """What is still missing for a form of employment, a line each; what the course offers says so."""
    lines = []
    for offered in (False, True):
        tests = norwegian(one.norwegian for one in form.missing if one.norwegian and one.offered == offered)
        others = [missing(one, names) for one in form.missing if not one.norwegian and one.offered == offered]
        texts = [upper_first(text) for text in (*tests, *others)]
        lines += [_("%(what)s, kan tas på kurset") % {"what": text} for text in texts] if offered else texts
    return lines


def table(one: SegmentOutlook, names: Names) -> list[dict]:
    """A line per form of employment: {form, now, at_end, lacking}."""
    now = {form.form: form for form in one.now}
    return [
        {
            "form": upper_first(FORM_WORDS[form.form]()),
            "now": status(now[form.form]),
            "at_end": status(form),
            "lacking": lacking(form, names),
        }
        for form in one.at_end
    ]


def outlooks(found: tuple[SegmentOutlook, ...], names: Names) -> list[dict]:
    """Per segment what a page shows: where, now, after the course, a table of it, details and the source."""
    return [
        {
            "where": upper_first(where(one.segment, names)),
            "table": table(one, names),
            "now": summary(one.now),
            "at_end": " ".join(filter(None, [summary(one.at_end), passed(one.at_end, names)])),
            "details": [detail(form, names) for form in one.at_end],
            "source": one.segment.source,
            "limited": bool(one.closed_at_end()),
        }
        for one in found
    ]
