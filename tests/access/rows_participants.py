"""Who may open the pages of participants."""

from amo import clock
from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, PROVIDER, PROVIDER_OUTSIDE, Row, by, who
from tests.factories.people import identity_number

# Writers: her own caseworker and the office lead; a colleague reads (06-access).
WRITERS = ("caseworker", "office_lead")
WORKERS = (*OFFICE, "outsider_caseworker")
ABOUT = by("participant")


def _today() -> str:
    return clock.today().isoformat()


def _writing(data):
    """A form about a person that the office writes."""
    return Row(
        ABOUT,
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=data,
    )


def _reporting(kwargs, data):
    """A fact that the provider may report too, about those it sees."""
    hidden = ["outsider_caseworker", *PROVIDER_OUTSIDE]
    return Row(
        kwargs,
        get=who(ok=[*WRITERS, *PROVIDER], hidden=hidden),
        post=who(302, ok=[*WRITERS, *PROVIDER], hidden=hidden),
        data=data,
    )


def _details(world):
    person = world.participant
    return {
        "first_name": person.first_name, "last_name": person.last_name, "written_form": "nb", "benefit": "none",
        "basis": "unknown", "tuition_right": "unknown", "version": person.version,
    }  # fmt: skip


def _edited(world):
    return _details(world) | {"jobseeker_from": world.jobseeker_period.starts_on.isoformat()}


def _new_person(world):
    number = identity_number(clock.today().replace(year=1991, month=5, day=17), 7)
    return _details(world) | {"national_id": number, "first_name": "Ny", "last_name": "Bruker"}


def _mapping(world):
    formsets = {f"{prefix}-{name}": "0" for prefix in ("jobs", "held") for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    return formsets | {"version": 2, "oral": "B1", "oral_source": "assessed"}


def _job(world):
    return {
        "employer_name": "Midt sykehjem", "terms": "permanent", "fte_low": 80, "starts_on": _today(),
        "found_through": "nav", "source": "participant", "version": 1,
    }  # fmt: skip


def _done(world):
    return {}


MATRIX = {
    "participants:list": Row(get=who(ok=[*NAV, *NAV_OUTSIDE])),
    "participants:search": Row(post=who(302, ok=[*NAV, *NAV_OUTSIDE]), data=lambda world: {"q": "hemmeligsen"}),
    "participants:register": Row(get=who(ok=WORKERS), post=who(302, ok=WORKERS), data=_new_person),
    "participants:assign": Row(
        get=who(405, ok=WORKERS),
        # A colleague's person is left out and told of; one of another office refuses the whole selection.
        post=who(302, ok=OFFICE, hidden=["outsider_caseworker"]),
        data=lambda world: {"ids": [str(world.participant.public_id)], "caseworker": world.caseworker.pk},
    ),
    "participants:inform_many": Row(
        get=who(405, ok=WORKERS),
        post=who(302, ok=OFFICE, hidden=["outsider_caseworker"]),
        data=lambda world: {
            "ids": [str(world.participant.public_id)],
            "kind": "general",
            "channel": "phone",
            "given_on": _today(),
            "confirmed": "1",
        },
    ),
    "participants:mark_many": Row(
        get=who(405, ok=WORKERS),
        post=who(302, ok=OFFICE, hidden=["outsider_caseworker"]),
        data=lambda world: {"ids": [str(world.participant.public_id)], "color": "red"},
    ),
    "participants:mark": Row(
        ABOUT,
        get=who(ok=OFFICE, hidden=["outsider_caseworker"]),
        post=who(302, ok=OFFICE, hidden=["outsider_caseworker"]),
        data=lambda world: {"color": "red", "note": "Ringer selv."},
    ),
    "participants:never_told": Row(get=who(ok=[*NAV, *NAV_OUTSIDE])),
    "participants:task_list": Row(get=who(ok=[*NAV, *NAV_OUTSIDE, *PROVIDER, *PROVIDER_OUTSIDE])),
    "participants:task_owner": Row(
        by("task"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"owner": world.colleague.pk, "version": world.task.version},
    ),
    "participants:task_new_general": Row(
        get=who(ok=WORKERS),
        post=who(302, ok=WORKERS),
        data=lambda world: {"title": "Ring", "due_on": _today(), "owner": "office"},
    ),
    "participants:task_edit": Row(
        by("own_task"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"title": "Ring", "due_on": _today(), "owner": "office", "version": 1},
    ),
    "participants:task_edit_general": Row(
        by("general_task"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"title": "Ring", "due_on": _today(), "owner": "office", "version": 1},
    ),
    "participants:task_done": Row(
        by("task"),
        get=who(405, ok=[*NAV, *NAV_OUTSIDE, *PROVIDER, *PROVIDER_OUTSIDE]),
        # A colleague reads only: the task is the caseworker's own.
        post=who(302, ok=WRITERS, hidden=["county_staff", *NAV_OUTSIDE, *PROVIDER, *PROVIDER_OUTSIDE]),
        data=_done,
    ),
    "participants:detail": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:mapping_history": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:history": Row(ABOUT, get=who(ok=OFFICE, hidden=["outsider_caseworker"])),
    "participants:printout": Row(ABOUT, get=who(ok=OFFICE, hidden=["outsider_caseworker"])),
    "participants:edit": _writing(_edited),
    "participants:mapping": _writing(_mapping),
    "participants:event_list": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:meeting": Row(
        ABOUT,
        # A colleague reads the sheet; who follows the person up also writes what came of the meeting.
        get=who(ok=OFFICE, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"reached": "yes", "channel": "in_person", "made_on": _today(), "note": "Snakket om kurs."},
    ),
    "participants:aim_history": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:aim_read": Row(
        ABOUT,
        get=who(405, ok=WORKERS),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"number": world.aim.number},
    ),
    "participants:aim": _writing(lambda world: {"kind": "undecided", "version": 2}),
    "participants:plan": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:plan_print": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:plan_new": _writing(
        lambda world: {"goal": "Jobb", "step_1_what": "Søke", "step_1_responsible": "participant", "version": 2}
    ),
    "participants:plan_step": Row(
        by("plan_step"),
        get=who(405, ok=WORKERS),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"done": "1"},
    ),
    "participants:information_list": Row(ABOUT, get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "participants:inform": _writing(lambda world: {"kind": "general", "channel": "phone", "given_on": _today()}),
    "participants:education_new": _writing(
        lambda world: {"kind": "ordinary", "title": "Helsefag", "starts_on": _today()}
    ),
    "participants:measure_new": _writing(
        lambda world: {"kind": "placement", "title": "Arbeidstrening", "starts_on": _today()}
    ),
    "participants:measure_correct": Row(
        by("measure"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"kind": "placement", "title": "Arbeidstrening", "starts_on": _today(), "version": 1},
    ),
    "participants:measure_withdraw": Row(
        by("measure"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"version": 1},
    ),
    "participants:note_new": _writing(lambda world: {"text": "Ringte."}),
    "participants:task_new": _writing(lambda world: {"title": "Ring", "due_on": _today(), "owner": "office"}),
    "participants:contact_new": _reporting(
        ABOUT, lambda world: {"reached": "yes", "channel": "phone", "made_on": _today()}
    ),
    "participants:employment_new": _reporting(ABOUT, _job),
    "participants:employment_correct": Row(
        by("employment"),
        # The fact is the caseworker's: the provider may see it and add its own, not correct hers.
        get=who(ok=WRITERS, hidden=["outsider_caseworker", *PROVIDER_OUTSIDE]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker", *PROVIDER_OUTSIDE]),
        data=_job,
    ),
}
