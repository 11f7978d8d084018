"""One colour per status, everywhere: tags, charts and timelines read it here."""

AKSEL_COLORS = frozenset(
    {
        "neutral", "accent", "info", "success", "warning", "danger",
        "meta-purple", "meta-lime", "brand-blue", "brand-magenta", "brand-beige",
    }
)  # fmt: skip

STATUS_COLORS = {
    # the path of a person
    "registered": "neutral",
    "mapped": "info",
    "applied": "brand-beige",
    "offered": "warning",
    "on_course": "accent",
    "in_placement": "meta-purple",
    "course_end": "meta-lime",
    "week_6": "success",
    "week_12": "success",
    # states most things have
    "draft": "neutral",
    "planned": "info",
    "open": "accent",
    "active": "accent",
    "submitted": "info",
    "waiting": "warning",
    "approved": "success",
    "accepted": "success",
    "completed": "success",
    "rejected": "danger",
    "declined": "danger",
    "withdrawn": "neutral",
    "cancelled": "danger",
    "closed": "neutral",
    "overdue": "danger",
    "missing": "danger",
    "failed": "danger",
    # placements and visits
    "agreed": "info",
    "running": "accent",
    "ended_early": "warning",
    "held": "success",
    "cancelled_by_employer": "warning",
    "participant_absent": "warning",
    # where a person is at a measuring point
    "work": "success",
    "education": "info",
    "measure": "meta-purple",
    "job_seeker": "warning",
    "unknown": "neutral",
}


def status_color(code: str) -> str:
    """Aksel colour of a status code; an Aksel colour is returned as it is, anything unknown is neutral."""
    if code in AKSEL_COLORS:
        return code
    return STATUS_COLORS.get(code, "neutral")
