"""Who may open the pages about contracts and hand-overs (C2)."""

from tests.access.matrix import NAV, NAV_OUTSIDE, Row, by, nothing, who

ALL_NAV = (*NAV, *NAV_OUTSIDE)
COUNTIES = ("county_staff", "other_county")
LEADS = ("provider_lead", "other_provider")


def _own_county(kwargs, *, posted: int, data=nothing):
    """A form of the county that has the contract: another county reads it, and changes nothing."""
    return Row(
        kwargs,
        get=who(ok=["county_staff"], other_county=403),
        post=who(posted, ok=["county_staff"], other_county=403),
        data=data,
    )


def _version(name):
    return lambda world: {"version": getattr(world, name).version}


def _option(world):
    return {"public_id": world.contract.public_id, "number": world.contract_option.number}


MATRIX = {
    "courses:contract_list": Row(nothing, get=who(ok=[*ALL_NAV, *LEADS])),
    "courses:contract_search": Row(
        nothing, post=who(302, ok=[*ALL_NAV, *LEADS]), data=lambda world: {"q": "Pleieassistent"}
    ),
    "courses:contract_plan": Row(nothing, get=who(ok=COUNTIES)),
    "courses:contract_detail": Row(by("contract"), get=who(ok=[*ALL_NAV, "provider_lead"], hidden=["other_provider"])),
    "courses:contract_new": Row(nothing, get=who(ok=COUNTIES), post=who(422, ok=COUNTIES)),
    "courses:contract_edit": _own_county(by("contract"), posted=422),
    "courses:contract_activate": _own_county(by("draft_contract"), posted=302, data=_version("draft_contract")),
    # The world's contract has classes that run.
    "courses:contract_cancel": _own_county(
        by("contract"), posted=422, data=lambda world: {"version": 1, "reason": "Misligholdt avtale."}
    ),
    "courses:contract_option": _own_county(_option, posted=302, data=lambda world: {"version": 1, "decision": "use"}),
    # The world's option is not decided, so that there is nothing to undo.
    "courses:contract_option_reopen": _own_county(_option, posted=422, data=lambda world: {"version": 1}),
    "courses:handover_new": _own_county(by("contract"), posted=422),
    "courses:handover_detail": Row(
        by("planned_handover"),
        get=who(ok=[*ALL_NAV, "provider_lead"], hidden=["other_provider"]),
    ),
    "courses:handover_edit": _own_county(by("handover"), posted=422),
    "courses:handover_confirm": _own_county(by("handover"), posted=302, data=_version("handover")),
    "courses:handover_cancel": _own_county(by("planned_handover"), posted=302, data=_version("planned_handover")),
}
