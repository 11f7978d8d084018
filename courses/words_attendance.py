"""The letters of attendance: on the keyboard, in the legend and in the week's grid (K1)."""

from courses.models import Attendance, DayKind

Code = Attendance.Code

LETTERS = {
    Code.PRESENT: "T",
    Code.ILL: "S",
    Code.CHILD_ILL: "B",
    Code.INTERVIEW_OR_WORK: "I",
    Code.AGREED: "A",
    Code.NOT_REPORTED: "M",
}
"""One letter per code, the same whatever language the page is in."""

COLORS = {
    Code.PRESENT: "success",
    Code.ILL: "info",
    Code.CHILD_ILL: "info",
    Code.INTERVIEW_OR_WORK: "neutral",
    Code.AGREED: "neutral",
    Code.NOT_REPORTED: "warning",
}

KIND_COLORS = {DayKind.SCHOOL: "info", DayKind.PLACEMENT: "meta-purple", DayKind.FREE: "neutral"}


def legend() -> list[tuple[str, str]]:
    """(letter, what it stands for), in the order of the codes."""
    return [(LETTERS[code], str(label)) for code, label in Code.choices]
