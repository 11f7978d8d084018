"""The part of a person's plan that is shared with the provider, on the page of her participation (06-access, P8)."""

from django.urls import reverse

from amo.models import Membership
from courses.models import Enrolment
from participants import plan_shared


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: the steps shared with the class's provider; no panel where there are none. Two queries.

    NAV sees the same list as the provider does, with the way to the plan.
    """
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids)
    providers = {
        pk: (person, public_id, provider)
        for pk, person, public_id, provider in rows.values_list(
            "pk", "participant", "participant__public_id", "intake__contract__provider"
        )
    }
    shared = plan_shared.of_participants(membership, {person for person, _id, _provider in providers.values()})
    found = {}
    for pk, (person, public_id, provider) in providers.items():
        # A provider gets only what is shared with it, also where the class has gone on to another.
        steps = [step for step in shared.get(person, ()) if membership.is_provider or step["provider"] == provider]
        if steps:
            url = "" if membership.is_provider else reverse("participants:plan", args=[public_id])
            found[pk] = {"steps": steps, "plan_url": url}
    return found
