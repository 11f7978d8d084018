"""Who may open the pages of the agreement, extensions and swaps (06-access)."""

from tests.access.matrix import NAV, OUTSIDE, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

WRITERS = ("caseworker", "office_lead")


def _provider(kwargs, data=nothing, status=302):
    return Row(
        kwargs,
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(status, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=data,
    )


MATRIX: dict[str, Row] = {
    "placements:agreement_pdf": Row(by("placement"), get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
    "placements:signed_copy": Row(by("placement"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    "placements:agreement_sign": _provider(
        by("placement"),
        lambda world: {
            "signed_on": world.placement.starts_on.isoformat(),
            "version": world.placement.version,
        },
    ),
    "placements:placement_extend": _provider(
        by("placement"),
        lambda world: {
            "new_end": world.enrolment.ends_on.isoformat(),
            "reason": "Trenger mer tid",
            "version": world.placement.version,
        },
    ),
    "placements:unsigned_agreements": Row(nothing, get=who(ok=[*PROVIDER, *PROVIDER_OUTSIDE])),
    "placements:employer_suggest": Row(nothing, get=who(ok=[*NAV, *PROVIDER, *OUTSIDE])),
    # A wish waits already: the form says so.
    "placements:swap_new": _provider(
        by("placement"),
        lambda world: {
            "suggested_by": "participant",
            "reason": "own_trade",
            "explanation": "Har funnet en plass selv",
            "own_suggestion": "Salong Saks",
        },
        status=422,
    ),
    # Colleagues and county staff read; those who may change the person's file answer.
    "placements:swap_detail": Row(
        by("swap"),
        get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE),
        post=who(302, ok=WRITERS, hidden=OUTSIDE),
        data=lambda world: {"approved": "yes", "answer": "Det passer bedre.", "version": world.swap.version},
    ),
    "placements:swap_withdraw": _provider(by("swap"), lambda world: {"version": world.swap.version}),
    "placements:swap_carry_out": _provider(by("approved_swap"), status=422),
}
