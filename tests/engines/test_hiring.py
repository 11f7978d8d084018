"""Which jobs a qualification opens, by the report's example of Oslo's nursing homes (row C4)."""

from dataclasses import replace
from datetime import date

import pytest

from courses.engines.fit import Certificate, Norwegian, NorwegianMinimum, PersonFacts, SkillLevel
from courses.engines.hiring import NOTHING, CourseGives, HiringRule, Missing, Segment, outlook

NOW, END = date(2026, 3, 2), date(2026, 8, 16)
B1 = (NorwegianMinimum("oral", "B1"), NorwegianMinimum("written", "B1"))
NURSING_HOMES = Segment(
    code="oslo-sykehjem",
    occupation="5321",
    employer_group="nursing_home",
    source="Fafo 2012, ikke dagens krav",
    rules=(
        HiringRule("permanent", needs=(("health_worker", "nurse"),), norwegian=B1),
        HiringRule(
            "temporary", norwegian=B1, permission_from="nursing homes' management", months_each=2, months_total=12
        ),
        HiringRule(
            "on_call", norwegian=B1, permission_from="nursing homes' management", months_each=2, months_total=12
        ),
    ),
)
TESTED = Norwegian(oral=SkillLevel("B1", "documented"), written=SkillLevel("B1", "documented"))


def look(person, gives=NOTHING, segment=NURSING_HOMES):
    (found,) = outlook(person, [segment], gives, now=NOW, at_end=END)
    return found


def statuses(forms):
    return {form.form: form.status for form in forms}


@pytest.mark.row("C4")
def test_without_the_language_test_no_work_at_all_is_open_extra_shifts_included():
    found = look(PersonFacts(norwegian=Norwegian(oral=SkillLevel("B1", "documented"))))
    assert statuses(found.now) == dict.fromkeys(("permanent", "temporary", "on_call"), "closed")
    on_call = found.at_end[2]
    assert on_call.missing == (Missing(norwegian=B1[1]),)
    assert not on_call.if_passed


@pytest.mark.row("C4")
def test_with_the_test_cover_and_extra_shifts_are_open_by_permission_for_a_time_but_no_permanent_job():
    found = look(PersonFacts(norwegian=TESTED))
    assert found.open_at_end() == ("temporary", "on_call")
    assert found.closed_at_end() == ("permanent",)
    permanent, temporary, _ = found.at_end
    assert permanent.missing == (Missing(any_of=("health_worker", "nurse")),)
    assert (temporary.status, temporary.months_each, temporary.months_total) == ("permission", 2, 12)
    assert temporary.permission_from == "nursing homes' management"


@pytest.mark.row("C4")
@pytest.mark.parametrize("certificate", ["health_worker", "nurse"])
def test_any_one_of_the_alternatives_opens_a_permanent_job(certificate):
    found = look(PersonFacts(norwegian=TESTED, certificates=(Certificate(certificate),)))
    assert statuses(found.now)["permanent"] == "open"


@pytest.mark.row("C4")
def test_a_caseworkers_assessment_is_no_test_unless_the_rule_takes_it():
    assessed = PersonFacts(norwegian=Norwegian(SkillLevel("C1", "assessed"), written=SkillLevel("C1", "assessed")))
    assert look(assessed).closed_at_end() == ("permanent", "temporary", "on_call")
    lenient = replace(NURSING_HOMES, rules=(replace(NURSING_HOMES.rules[2], documented_only=False),))
    assert look(assessed, segment=lenient).open_at_end() == ("on_call",)


@pytest.mark.row("C4")
def test_a_test_that_the_course_offers_is_told_apart_from_one_that_is_missing():
    gives = CourseGives(offered_norwegian=B1)
    found = look(PersonFacts(), gives)
    assert not any(form.if_passed for form in found.now)
    assert {form.form: form.if_passed for form in found.at_end} == {
        "permanent": False,
        "temporary": True,
        "on_call": True,
    }
    assert found.closed_at_end() == ("permanent", "temporary", "on_call")


@pytest.mark.row("C4")
def test_what_the_course_gives_counts_at_its_end_only_and_an_expired_certificate_does_not():
    needs_truck = Segment("truck", "8344", (HiringRule("permanent", needs=(("truck",),)),))
    found = look(PersonFacts(), CourseGives(qualifications=frozenset({"truck"})), needs_truck)
    assert (statuses(found.now), statuses(found.at_end)) == ({"permanent": "closed"}, {"permanent": "open"})
    expiring = PersonFacts(certificates=(Certificate("truck", NOW),))
    found = look(expiring, segment=needs_truck)
    assert (statuses(found.now), statuses(found.at_end)) == ({"permanent": "open"}, {"permanent": "closed"})


@pytest.mark.row("C4")
def test_all_groups_are_needed_and_the_most_open_of_several_rules_holds():
    both = Segment("both", "8344", (HiringRule("permanent", needs=(("truck",), ("hygiene", "food"))),))
    one = PersonFacts(certificates=(Certificate("truck"),))
    assert look(one, segment=both).at_end[0].missing == (Missing(any_of=("hygiene", "food")),)
    alternative = replace(both, rules=(*both.rules, HiringRule("permanent", needs=(("truck",),), permission_from="X")))
    assert look(one, segment=alternative).at_end[0].status == "permission"


def held(rules, **period):
    """The nursing homes with these rules in a period."""
    return replace(NURSING_HOMES, rules=tuple(replace(rule, **period) for rule in rules))


@pytest.mark.row("C4")
def test_the_countrys_rule_holds_only_where_the_county_has_none_for_the_form_on_that_day():
    lenient = HiringRule("on_call", national=True)
    strict = HiringRule("on_call", needs=(("truck",),), valid_from=END)
    permanent = HiringRule("permanent", national=True)
    segment = Segment("homes", "5321", (lenient, strict, permanent), county="1")
    assert segment.rules_on(NOW) == (lenient, permanent)
    assert segment.rules_on(END) == (strict, permanent)
    assert statuses(look(PersonFacts(), segment=segment).at_end) == {"permanent": "open", "on_call": "closed"}


@pytest.mark.row("C4")
def test_rules_that_do_not_hold_at_the_end_and_forms_without_a_rule_are_left_out():
    ended = held(NURSING_HOMES.rules, valid_to=date(2026, 8, 15))
    later = held(NURSING_HOMES.rules, valid_from=date(2026, 8, 17))
    assert outlook(PersonFacts(), [ended, later], now=NOW, at_end=END) == ()
    only = held(NURSING_HOMES.rules[2:], valid_from=END, valid_to=END)
    assert [form.form for form in look(PersonFacts(), segment=only).at_end] == ["on_call"]


@pytest.mark.parametrize("make", [lambda: HiringRule("forever"), lambda: HiringRule("permanent", needs=((),))])
def test_a_rule_that_makes_no_sense_is_refused(make):
    with pytest.raises(ValueError):
        make()
