"""Who may open the pages about who works where, and about providers."""

from tests.access.matrix import Row, by, who
from tests.factories import today

COUNTIES = ["county_staff", "other_county"]
LEADS = ["office_lead", "provider_lead", "other_provider"]
# A colleague of the office; to a provider's lead there is nobody of that name.
OWN = {"ok": ["office_lead"], "hidden": ["provider_lead", "other_provider"]}
# The provider holds contracts with the one county only: the other reads, and changes nothing.
KEEPER = {"ok": ["county_staff"]}


def a_new_one(role):
    return lambda world: {
        "username": "ny.ansatt",
        "first_name": "Ny",
        "last_name": "Ansatt",
        "role": role,
        "starts_on": today().isoformat(),
    }


def a_lead(world):
    return {"public_id": world.provider.public_id, "member_id": world.provider_lead.public_id}


def a_provider(world):
    return {"organisation_number": "974760673", "name": "Ny Kurs AS"}


MATRIX = {
    "courses:people_list": Row(get=who(ok=LEADS)),
    "courses:people_search": Row(post=who(302, ok=LEADS), data=lambda world: {"q": "berg"}),
    "courses:people_new": Row(
        get=who(ok=LEADS),
        post=who(302, ok=["office_lead"], provider_lead=422, other_provider=422),
        data=a_new_one("caseworker"),
    ),
    "courses:people_detail": Row(by("colleague"), get=who(**OWN)),
    "courses:people_end": Row(by("colleague"), get=who(**OWN), post=who(302, **OWN)),
    "courses:people_hand_over": Row(by("colleague"), get=who(ok=["office_lead"]), post=who(302, ok=["office_lead"])),
    "courses:people_role": Row(
        by("colleague"),
        get=who(ok=["office_lead"]),
        post=who(302, ok=["office_lead"]),
        data=lambda world: {"role": "office_lead"},
    ),
    "courses:instructor_plan": Row(get=who(ok=["provider_lead", "other_provider"])),
    "courses:provider_list": Row(get=who(ok=COUNTIES)),
    "courses:provider_search": Row(post=who(302, ok=COUNTIES), data=lambda world: {"q": "kurs"}),
    "courses:provider_new": Row(get=who(ok=COUNTIES), post=who(302, ok=COUNTIES), data=a_provider),
    "courses:provider_detail": Row(by("provider"), get=who(ok=COUNTIES)),
    "courses:provider_edit": Row(by("provider"), get=who(**KEEPER), post=who(302, **KEEPER), data=a_provider),
    "courses:provider_lead_new": Row(
        by("provider"), get=who(**KEEPER), post=who(302, **KEEPER), data=a_new_one("provider_lead")
    ),
    "courses:provider_lead_end": Row(a_lead, get=who(**KEEPER), post=who(302, **KEEPER)),
}
