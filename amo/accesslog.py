"""Who saw whose details: one row per page view, written in the request's own transaction (06-access, "Log")."""

from uuid import UUID

from django.db import transaction

from amo import cef, clock
from amo.models.log import AccessLog


def record(
    request,
    *,
    subject: UUID | None,
    message: str = "",
    event: str = AccessLog.Event.ACCESS,
    protected: bool = False,
    rows: int | None = None,
) -> None:
    """Write that the request's user was shown `subject`'s details, and send the CEF line when that is committed.

    subject: the participant's public id; None for an export, which gives `rows` instead. Panels of the same
    response share the row: a second call for the same subject in the request is dropped. Raises DatabaseError when
    the row cannot be written; the page is then refused.
    """
    seen = request.__dict__.setdefault("_logged_subjects", set())
    if (subject, rows) in seen:
        return
    membership = request.membership
    match = request.resolver_match
    row = AccessLog(
        at=clock.now(),
        event=event,
        user_ident=request.user.get_username(),
        membership_id=membership.pk if membership else None,
        organisation=membership.organisation_name if membership else "",
        role=membership.role if membership else "",
        subject_id=subject,
        route=match.view_name if match else "",
        message=message[:200],
        request_id=request.request_id,
        protected=protected,
        rows=rows,
    )
    row.save(force_insert=True)
    seen.add((subject, rows))
    transaction.on_commit(lambda: cef.emit(row))


def recorded(request) -> bool:
    """Whether this request has left a row."""
    return bool(getattr(request, "_logged_subjects", None))
