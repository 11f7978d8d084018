"""Four people from the report the app was built on, as facts: fixed examples that weights are tried on (P6).

No persons: what the report tells of their Norwegian, work and wishes, and nothing else.
"""

from django.utils.translation import gettext as _

from courses.engines.fit import Certificate, Experience, Norwegian, PersonFacts, SkillLevel

KITCHEN, CANTEEN, COOK = "9412", "9510", "5120"
CARE_ASSISTANT, HEALTH_WORKER = "5329", "5321"
BOOKKEEPER, ACCOUNTS_CLERK = "3313", "4311"


def _norwegian(level: str, source: str = "documented") -> Norwegian:
    known = SkillLevel(level, source)
    return Norwegian(oral=known, listening=known, reading=known, writing=known)


def report_cases() -> list[tuple[str, PersonFacts]]:
    """(who, facts) of the four, in the report's order."""
    return [
        (
            _("Mannen med seks kurs og 130 jobbsøknader"),
            PersonFacts(
                norwegian=_norwegian("B1"),
                education_level=1,
                experience=(Experience(KITCHEN, "hospitality", 30),),
                certificates=(Certificate("kursbevis_kafe"), Certificate("hygiene"), Certificate("truckforerbevis")),
                hours_available=37.5,
                shifts=frozenset({"evenings", "weekends"}),
                goal_occupations=(KITCHEN, CANTEEN, COOK),
                earlier_course_occupations=(CANTEEN, "8344", "9112"),
                earlier_course_sectors=("hospitality", "industry", "service"),
            ),
        ),
        (
            _("Kvinnen med utdanning fra hjemlandet som vil bruke faget sitt"),
            PersonFacts(
                norwegian=_norwegian("B2"),
                education_level=5,
                education_sectors=("office",),
                experience=(Experience(BOOKKEEPER, "office", 84),),
                certificates=(),
                hours_available=37.5,
                goal_occupations=(BOOKKEEPER, ACCOUNTS_CLERK),
            ),
        ),
        (
            _("Kvinnen som vil arbeide i omsorg uten norskprøve 3"),
            PersonFacts(
                norwegian=_norwegian("A2"),
                education_level=2,
                experience=(),
                certificates=(),
                hours_available=37.5,
                shifts=frozenset({"evenings", "weekends"}),
                goal_occupations=(CARE_ASSISTANT, HEALTH_WORKER),
            ),
        ),
        (
            _("Hun som trenger full jobb på dagtid"),
            PersonFacts(
                norwegian=_norwegian("B1", "assessed"),
                education_level=2,
                experience=(Experience("5223", "retail", 24),),
                certificates=(),
                hours_available=37.5,
                shifts=frozenset(),
                goal_occupations=(CANTEEN, "5223"),
            ),
        ),
    ]
