"""This app's box on the start page: counts and deadlines, no names."""

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Provider, Role
from participants.filters import PortfolioList
from participants.list_rules import portfolio_rows
from participants.models import Task
from participants.models.work import of_own_unit


class _Page:
    """What the quick filters' conditions read of a list page."""

    def __init__(self, membership: Membership):
        self.membership, self.today = membership, clock.today()


def for_many(membership: Membership, ids: list) -> dict:
    """{membership pk: box}, empty when nothing waits."""
    items = [*_portfolio_items(membership), *_task_items(membership)]
    return {one: {"title": _("Brukere og oppgaver"), "items": items} for one in ids} if items else {}


def overdue_for_many(membership: Membership, ids: list) -> dict:
    """For a lead: the office's tasks past their deadline, by who owns them (P9). One query, and the names."""
    if membership.role != Role.OFFICE_LEAD:
        return {}
    late = Task.objects.visible_to(membership).open().filter(due_on__lt=clock.today())
    rows = late.order_by().values_list("owner", "provider").annotate(count=Count("pk"), earliest=Min("due_on"))
    found = {(owner, provider): numbers for owner, provider, *numbers in rows}
    if not found:
        return {}
    url = f"{reverse('participants:task_list')}?f=1&state=open&quick=late&owner="
    owners = Membership.objects.filter(pk__in=[owner for owner, _provider in found if owner]).select_related("user")
    asked = Provider.objects.filter(pk__in=[provider for _owner, provider in found if provider]).order_by("name")
    named = [((one.pk, None), str(one.user), one.public_id) for one in owners]
    named += [((None, one.pk), str(one), one.public_id) for one in asked]
    named.append(((None, None), str(membership.organisation), "none"))
    items = [
        {"text": text, "url": f"{url}{code}", "count": found[key][0], "due": found[key][1]}
        for key, text, code in named
        if key in found
    ]
    items.sort(key=lambda item: (item["due"], item["text"]))
    return dict.fromkeys(ids, {"title": _("Forfalte oppgaver, etter ansvarlig"), "items": items})


def _portfolio_items(membership: Membership) -> list[dict]:
    """The portfolio's quick filters with how many each shows: one query."""
    if not membership.is_office:
        return []
    rows = portfolio_rows(membership, clock.today())
    scope = "all"
    if membership.role == Role.CASEWORKER:
        rows, scope = rows.filter(participant__caseworker=membership.pk), "own"
    page = _Page(membership)
    counts = rows.aggregate(
        **{quick.code: Count("pk", filter=quick.condition(page)) for quick in PortfolioList.quick_list},
        earliest=Min("next_action_on", filter=Q(masked=False)),
    )
    address = reverse("participants:list")
    return [
        {
            "text": quick.label,
            "url": f"{address}?f=1&scope={scope}&quick={quick.code}",
            "count": counts[quick.code],
            "due": counts["earliest"] if quick.code == "due" else None,
        }
        for quick in PortfolioList.quick_list
        # Offers have a box of their own above this one.
        if counts[quick.code] and quick.code != "offer"
    ]


def _task_items(membership: Membership) -> list[dict]:
    """Open tasks that are due: her own, and those shared with the office or provider."""
    tasks = Task.objects.visible_to(membership).open()
    mine, shared = Q(owner=membership.pk), of_own_unit(membership)
    found = tasks.aggregate(
        mine=Count("pk", filter=mine), mine_due=Min("due_on", filter=mine),
        shared=Count("pk", filter=shared), shared_due=Min("due_on", filter=shared),
    )  # fmt: skip
    url = f"{reverse('participants:task_list')}?f=1&state=open"
    kinds = (("mine", _("Dine oppgaver")), ("shared", _("Felles oppgaver")))
    return [
        {"text": text, "url": f"{url}&whose={kind}", "count": found[kind], "due": found[f"{kind}_due"]}
        for kind, text in kinds
        if found[kind]
    ]
