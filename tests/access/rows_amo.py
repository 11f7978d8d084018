"""Who may open the kernel's pages."""

from tests.access.matrix import EVERYBODY, Row, by, who

PUBLIC = dict.fromkeys(["anonymous", *EVERYBODY], 200)
ALL = who(ok=EVERYBODY)
ALL_POST = who(302, ok=EVERYBODY)
OTHERS = [role for role in EVERYBODY if role != "caseworker"]


def administrator(status: int = 200):
    return who(status, ok=["administrator"])


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
    "amo:notifications": Row(get=ALL),
    "amo:notifications_read": Row(post=ALL_POST),
    "amo:notification_open": Row(by("notification"), get=who(302, ok=["caseworker"], hidden=OTHERS)),
    "amo:notification_read": Row(by("notification"), post=who(302, ok=["caseworker"], hidden=OTHERS)),
    "amo:style_guide": Row(get=PUBLIC),
    "amo:isalive": Row(get=PUBLIC),
    "amo:isready": Row(get=PUBLIC),
    "amo:metrics": Row(get=PUBLIC),
}
