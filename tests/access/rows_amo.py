"""Who may open the kernel's pages."""

from tests.access.matrix import EVERYBODY, Row, by, who

PUBLIC = dict.fromkeys(["anonymous", *EVERYBODY], 200)
ALL = who(ok=EVERYBODY)
ALL_POST = who(302, ok=EVERYBODY)
OTHERS = [role for role in EVERYBODY if role != "caseworker"]
NOT_COUNTY = [role for role in EVERYBODY if role != "county_staff"]
IMPORTERS = ["administrator", "county_staff", "other_county"]
BATCH = who(ok=["administrator"], hidden=["county_staff", "other_county"])


def administrator(status: int = 200):
    return who(status, ok=["administrator"])


def a_user(world):
    return {"public_id": world.colleague.user.public_id}


def a_draft(world):
    return {"form_key": "note", "object_key": "-"}


def a_list(world):
    return {"list_key": "portfolio"}


def an_office(world):
    return {"number": "9399", "name": "Nav Nybyen", "county": world.county.pk, "is_active": "on"}


def a_county(world):
    return {"number": "95", "name": "Nyfylket"}


MATRIX = {
    "amo:start": Row(get=ALL),
    # Signed in already: back to the start page.
    "amo:login": Row(
        get=dict.fromkeys(EVERYBODY, 302) | {"anonymous": 200},
        post=dict.fromkeys(EVERYBODY, 302) | {"anonymous": 422},
    ),
    "amo:demo_login": Row(post=dict.fromkeys(["anonymous", *EVERYBODY], 404)),
    "amo:logout": Row(post=ALL_POST),
    "amo:memberships": Row(get=ALL),
    "amo:switch": Row(
        post=who(302, ok=["caseworker"], hidden=OTHERS), data=lambda world: {"membership": world.caseworker.pk}
    ),
    "amo:theme": Row(post=ALL_POST, data=lambda world: {"color_scheme": "dark"}),
    "amo:language": Row(get=ALL_POST, post=ALL_POST, data=lambda world: {"language": "nn"}),
    "amo:notifications": Row(get=ALL),
    "amo:notifications_read": Row(post=ALL_POST),
    "amo:notification_open": Row(by("notification"), get=who(302, ok=["caseworker"], hidden=OTHERS)),
    "amo:notification_read": Row(by("notification"), post=who(302, ok=["caseworker"], hidden=OTHERS)),
    "amo:job_detail": Row(by("job_run"), get=who(ok=["county_staff"], hidden=NOT_COUNTY)),
    # A finished job cannot be stopped: she is told so where she came from.
    "amo:job_cancel": Row(by("job_run"), post=who(302, ok=["county_staff"], hidden=NOT_COUNTY)),
    "amo:draft_save": Row(a_draft, post=ALL, data=lambda world: {"text": "Halvferdig"}),
    "amo:draft_discard": Row(a_draft, post=ALL_POST),
    "amo:saved_filter_save": Row(
        a_list, get=ALL, post=ALL_POST, data=lambda world: {"name": "Uten kontakt", "query": "sort=name"}
    ),
    "amo:list_columns": Row(a_list, post=ALL_POST, data=lambda world: {"columns": ["name"]}),
    "amo:saved_filter_delete": Row(by("saved_filter"), post=who(302, ok=["caseworker"], hidden=OTHERS)),
    "amo:saved_filter_favourite": Row(by("saved_filter"), post=who(302, ok=["caseworker"], hidden=OTHERS)),
    "amo:file_download": Row(by("stored_file"), get=who(ok=["county_staff"], hidden=NOT_COUNTY)),
    "amo:import_list": Row(get=who(ok=IMPORTERS)),
    # Each kind has its own roles; occupations are the administrator's.
    "amo:import_new": Row(lambda world: {"kind": "occupations"}, get=administrator(), post=administrator(422)),
    "amo:import_detail": Row(by("import_batch"), get=BATCH, post=BATCH | {"administrator": 302}),
    "amo:import_discard": Row(by("import_batch"), post=BATCH | {"administrator": 302}),
    "amo:occupation_search": Row(get=ALL),
    "amo:clock": Row(get=administrator(), post=administrator(302), data=lambda world: {"days": "7"}),
    "amo:user_list": Row(get=administrator()),
    "amo:user_new": Row(
        get=administrator(),
        post=administrator(302),
        data=lambda world: {"username": "n123456", "first_name": "Ny", "last_name": "Ansatt"},
    ),
    "amo:user_detail": Row(a_user, get=administrator()),
    "amo:user_active": Row(a_user, post=administrator(302), data=lambda world: {"active": "0"}),
    "amo:user_number": Row(
        a_user, get=administrator(), post=administrator(302), data=lambda world: {"number": "01817000112"}
    ),
    "amo:membership_new": Row(
        a_user,
        get=administrator(),
        post=administrator(302),
        data=lambda world: {"role": "administrator", "starts_on": "2030-01-01"},
    ),
    "amo:membership_end": Row(by("colleague"), get=administrator(), post=administrator(302)),
    "amo:office_list": Row(get=administrator()),
    "amo:office_new": Row(get=administrator(), post=administrator(302), data=an_office),
    "amo:office_edit": Row(by("office"), get=administrator(), post=administrator(302), data=an_office),
    "amo:county_new": Row(get=administrator(), post=administrator(302), data=a_county),
    "amo:county_edit": Row(by("county"), get=administrator(), post=administrator(302), data=a_county),
    "amo:style_guide": Row(get=PUBLIC),
    "amo:isalive": Row(get=PUBLIC),
    "amo:isready": Row(get=PUBLIC),
    "amo:metrics": Row(get=PUBLIC),
}
