"""Who may open the pages of job offers, references and the follow-up after the course (06-access)."""

from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, OUTSIDE, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

# Who writes about a participation: the provider in the course view, her caseworker and the office lead.
WRITERS = [*PROVIDER, "caseworker", "office_lead"]
OUTSIDERS = ["outsider_caseworker", *PROVIDER_OUTSIDE]


def _terms(world):
    return {
        "employer": "Kafé Ukjent",
        "terms": "temporary",
        "fte_low": "60",
        "starts_on": world.placement.ends_on.isoformat(),
        "offered_on": world.placement.starts_on.isoformat(),
    }


def _write(kwargs, data, status=302, get=200):
    return Row(
        kwargs,
        get=who(get, ok=WRITERS, hidden=OUTSIDERS),
        post=who(status, ok=WRITERS, hidden=OUTSIDERS),
        data=data,
    )


def _asked(stored):
    """Both forms of a placement: the provider's own, and nobody else's to write."""
    return Row(
        by("placement", "placement_id"),
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=lambda world: {
            "status": "asked",
            "asked_on": world.placement.starts_on.isoformat(),
            "version": getattr(world, stored).version if stored else 0,
        },
    )


def _task(world):
    return {"title": "Ring tre kafeer", "due_on": world.placement.ends_on.isoformat()}


MATRIX: dict[str, Row] = {
    "placements:offer_new": _write(by("enrolment", "enrolment_id"), _terms),
    "placements:offer_detail": Row(by("job_offer"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    "placements:offer_edit": _write(
        by("job_offer"), lambda world: _terms(world) | {"version": world.job_offer.version}
    ),
    # The wage subsidy is Nav's to answer.
    "placements:offer_condition": Row(
        by("job_offer"),
        get=who(ok=["caseworker", "office_lead"], hidden=OUTSIDERS),
        post=who(302, ok=["caseworker", "office_lead"], hidden=OUTSIDERS),
        data=lambda world: {
            "decision": "met",
            "decided_on": world.job_offer.offered_on.isoformat(),
            "version": world.job_offer.version,
        },
    ),
    "placements:offer_answer": _write(
        by("job_offer"),
        lambda world: {
            "answer": "declined",
            "reason": "hours",
            "answered_on": world.job_offer.offered_on.isoformat(),
            "version": world.job_offer.version,
        },
    ),
    # The provider told of the job: the office cannot take it back, and the form says so.
    "placements:offer_undo": Row(
        by("answered_offer"),
        get=who(ok=WRITERS, hidden=OUTSIDERS),
        post=who(302, ok=PROVIDER, hidden=OUTSIDERS, caseworker=422, office_lead=422),
        data=lambda world: {"version": world.answered_offer.version},
    ),
    "placements:class_offers": Row(
        by("intake", "intake_id"), get=who(ok=[*NAV, *NAV_OUTSIDE, *PROVIDER], hidden=PROVIDER_OUTSIDE)
    ),
    "placements:reference_attest": _asked("reference"),
    "placements:reference_referee": _asked(None),
    "placements:reference_file": Row(by("reference"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    "placements:class_references": Row(
        by("intake", "intake_id"), get=who(ok=[*NAV, *NAV_OUTSIDE, *PROVIDER], hidden=PROVIDER_OUTSIDE)
    ),
    "placements:follow_up": Row(nothing, get=who(ok=[*PROVIDER, *PROVIDER_OUTSIDE])),
    "placements:handed_over": Row(nothing, get=who(ok=[*OFFICE, "outsider_caseworker"])),
    "placements:follow_up_task_new": Row(
        by("followed", "enrolment_id"),
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=_task,
    ),
    "placements:follow_up_task_edit": Row(
        lambda world: {"enrolment_id": world.followed.public_id, "task_id": world.follow_up_task.public_id},
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=lambda world: _task(world) | {"version": world.follow_up_task.version},
    ),
}
