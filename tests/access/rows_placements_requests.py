"""Who may open the pages of requests for a placement (06-access)."""

from amo import clock
from tests.access.matrix import PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who


def _today(world) -> str:
    return clock.today().isoformat()


def _write(kwargs, data=nothing, status=302) -> Row:
    """The provider's own participants only: NAV reads on the participation's page."""
    return Row(
        kwargs,
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(status, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=data,
    )


def _read(kwargs) -> Row:
    return Row(kwargs, get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE))


def _version(name: str):
    return lambda world: {"version": getattr(world, name).version}


MATRIX: dict[str, Row] = {
    "placements:request_new": _write(
        by("enrolment", "enrolment_id"),
        lambda world: {
            "employer": world.employer.organisation_number,
            "asked_by": "provider",
            "how": "phone",
            "asked_on": _today(world),
        },
    ),
    "placements:request_answer": _write(
        by("placement_request"),
        lambda world: {"status": "no", "answered_on": _today(world), "version": world.placement_request.version},
    ),
    "placements:request_withdraw": _write(by("placement_request"), _version("placement_request")),
    "placements:request_undo": _write(by("answered_request"), _version("answered_request")),
    "placements:request_consent": _write(by("placement_request"), _version("placement_request")),
    "placements:employer_day": _read(by("asked_employer")),
    "placements:employer_day_pdf": _read(by("asked_employer")),
    "placements:employer_day_mail": _write(by("asked_employer")),
    "placements:class_placements": _read(by("intake")),
    "placements:slot_sharing": _read(by("intake")),
    # There is a proposal already, and nobody who lacks a placement has wished: the page says so.
    "placements:slot_propose": _write(by("intake"), status=422),
    "placements:slot_carry_out": _write(by("slot_round"), _version("slot_round")),
    "placements:slot_discard": _write(by("slot_round"), _version("slot_round")),
    "placements:placement_wishes": _write(
        by("enrolment", "enrolment_id"),
        lambda world: {"wish_1": world.employer.organisation_number, "version": world.placement_wish.version},
    ),
}
