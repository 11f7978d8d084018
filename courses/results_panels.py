"""intake.detail: how many have got the certificate and been told what the course leads to (K4, K5). Counts only."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership, Role
from courses.models import Enrolment, Intake


def of_intakes(membership: Membership, ids: list) -> dict:
    """For the provider and for the county's own staff. Two queries."""
    intakes = Intake.objects.visible_to(membership).filter(pk__in=ids)
    if membership.role == Role.COUNTY_STAFF:
        intakes = intakes.managed_by(membership)
    elif not membership.is_provider:
        return {}
    intakes = {one.pk: one for one in intakes}
    completed = Q(status=Enrolment.Status.COMPLETED)
    rows = (
        Enrolment.objects.visible_to(membership)
        .filter(intake__in=intakes)
        .taking_a_place()
        .order_by()
        .values("intake")
        .annotate(
            n=Count("pk", distinct=True),
            done=Count("pk", filter=completed, distinct=True),
            has=Count("pk", filter=Q(certificate_issued_on__isnull=False), distinct=True),
            told=Count("pk", filter=Q(prospects_explained_on__isnull=False), distinct=True),
        )
    )
    return {row["intake"]: _panel(intakes[row["intake"]], row) for row in rows}


def _panel(intake: Intake, row: dict) -> dict:
    of = _("%(k)d av %(n)d")
    return {
        "facts": [
            (_("Har fått kursbevis, av dem som har fullført"), of % {"k": row["has"], "n": row["done"]}),
            (_("Har fått jobbutsiktene forklart"), of % {"k": row["told"], "n": row["n"]}),
        ],
        "url": reverse("courses:certificate_register", args=[intake.public_id]),
    }
