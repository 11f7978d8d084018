"""Keep advice as it was shown, so that a choice can be explained a year later (P6)."""

import datetime as dt
import hashlib
import json

from django.db import transaction

from amo import clock
from amo.models import Membership
from courses.actions.policies import policy_row
from courses.models import AdviceShown, PolicyVersion
from participants.models import Participant


@transaction.atomic
def store_shown(
    *, participant: Participant, content: dict, on: dt.date, everywhere: bool, by: Membership
) -> AdviceShown:
    """Store what `by` is shown of a person's advice; the same content again on the same day stores nothing new.

    Content seen before something else is the latest again, so that `latest_shown` tells what was looked at last.
    """
    policy = policy_row(engine=PolicyVersion.Engine.ADVICE, day=on, county_id=participant.office.county_id)
    text = json.dumps([policy.number, everywhere, content], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    latest = latest_shown(participant, by, on=on)
    if latest and latest.digest == digest:
        return latest
    shown, _made = AdviceShown.objects.update_or_create(
        participant=participant,
        shown_by=by,
        on=on,
        digest=digest,
        defaults={"shown_at": clock.now()},
        create_defaults={"policy": policy, "everywhere": everywhere, "content": content, "shown_at": clock.now()},
    )
    return shown


def latest_shown(
    participant: Participant, by: Membership, *, on: dt.date, compared: bool | None = None
) -> AdviceShown | None:
    """What this membership last saw of the person's advice on a day; None where no advice was opened that day.

    compared: only comparisons of a few courses, or only what is none; None for either.
    """
    seen = AdviceShown.objects.filter(participant=participant, shown_by=by, on=on)
    if compared is not None:
        seen = seen.filter(content__has_key="compared") if compared else seen.exclude(content__has_key="compared")
    return seen.order_by("-shown_at", "-pk").first()
