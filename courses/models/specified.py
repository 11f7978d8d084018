"""What a concept is sorted by, and what is counted from its specification whichever version it is read from (C1, C6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

SKILLS = ("oral", "listening", "reading", "writing")
"""The skills a concept may state a minimum of Norwegian for."""


class Audience(models.TextChoices):
    """Whom a course is made for. It sorts courses and counts for nobody: who fits is the checklist's to say."""

    ANYONE = "anyone", _("Alle arbeidssøkere")
    LITTLE_NORWEGIAN = "little_norwegian", _("Arbeidssøkere som lærer norsk")
    LITTLE_SCHOOLING = "little_schooling", _("Arbeidssøkere med lite skole")
    YOUNG = "young", _("Unge arbeidssøkere")
    LONG_UNEMPLOYED = "long_unemployed", _("Langtidsledige")
    RETRAINING = "retraining", _("Arbeidssøkere som må bytte yrke")


class Aim(models.TextChoices):
    """What a course is meant to lead to."""

    JOB = "job", _("Jobb etter kurset")
    CERTIFICATE = "certificate", _("Sertifikat eller bevis")
    TRADE_EXAM = "trade_exam", _("Fagbrev eller del av fagbrev")
    EDUCATION = "education", _("Videre utdanning")
    NORWEGIAN = "norwegian", _("Bedre norsk")
    CLARIFICATION = "clarification", _("Finne ut hva som passer")


class Specified:
    """What a concept and each of its versions have in common."""

    @property
    def weeks(self) -> int:
        return self.theory_weeks + self.placement_weeks

    @property
    def minimums(self) -> dict[str, str]:
        """{skill: CEFR level} for the skills with a stated minimum."""
        skills = {skill: getattr(self, f"minimum_{skill}") for skill in SKILLS}
        return {skill: level for skill, level in skills.items() if level}
