"""What every route declares: which roles may open it, and what it leaves in the access log (06-access).

A route without a policy fails a test. Object look-up is the view's own: always through `visible_to`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse

from amo import accesslog
from amo.models.users import ALL_ROLES, NAV_ROLES

# A page that shows a person: as asked for, or again with errors (422) or with what somebody else changed (409).
SHOWN = frozenset({200, 409, 422})


class LogRule(Enum):
    """What the page shows of persons, and so what it leaves in the access log."""

    NONE = "none"  # no person
    LIST = "list"  # persons in a list: no row
    DETAILS = "details"  # one person: exactly one row, or the page is refused


class NotLogged(RuntimeError):
    """A page with a person's details was about to be shown without a row in the access log."""


@dataclass(frozen=True)
class Policy:
    """The declaration itself, read by the access matrix from `view.policy`."""

    roles: frozenset[str]
    log: LogRule
    public: bool = False
    any_signed_in: bool = False


def page(*, roles: Iterable[str] = NAV_ROLES, log: LogRule = LogRule.LIST) -> Callable:
    """Outermost decorator of a view: wrong role gives 403, no active membership leads to the choice of one.

    Raises NotLogged, and so refuses the page, when a DETAILS view answers without having called `accesslog.record`.
    """
    policy = Policy(roles=frozenset(str(role) for role in roles), log=log)

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if request.membership is None:
                return redirect(f"{reverse('amo:memberships')}?{urlencode({'next': request.get_full_path()})}")
            if request.membership.role not in policy.roles:
                raise PermissionDenied
            response = view(request, *args, **kwargs)
            if log is LogRule.DETAILS and response.status_code in SHOWN and not accesslog.recorded(request):
                raise NotLogged(request.resolver_match.view_name)
            return response

        guarded.policy = policy
        return guarded

    return decorate


def signed_in_page(view: Callable) -> Callable:
    """For the few pages that a signed-in user needs before a membership is chosen (choice, switch, sign-out)."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    guarded.policy = Policy(roles=ALL_ROLES, log=LogRule.NONE, any_signed_in=True)
    return guarded


def public_page(view: Callable) -> Callable:
    """For sign-in and health: no session needed, nothing about anybody shown."""

    @login_not_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    guarded.login_required = False
    guarded.policy = Policy(roles=frozenset(), log=LogRule.NONE, public=True)
    return guarded
