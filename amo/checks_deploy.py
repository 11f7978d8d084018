"""System checks: what production must never run with."""

from django.conf import settings
from django.core.checks import Error, Tags, register

MINIMUM_SECRET = 40


@register(Tags.security)
def production_is_closed(app_configs, **kwargs):
    """amo.E010–E014: demo mode, synthetic persons, a weak secret, plain cookies or no OIDC in production."""
    if not settings.PRODUCTION:
        return []
    problems = [
        (settings.DEMO, "E010", "Demomodus (innlogging med ett klikk, flyttbar klokke) er på i produksjon."),
        (settings.SYNTHETIC_IDENTITY_NUMBERS, "E011", "Syntetiske fødselsnumre er tillatt i produksjon."),
        (len(settings.SECRET_KEY) < MINIMUM_SECRET, "E012", "SECRET_KEY er kortere enn 40 tegn."),
        (
            not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE),
            "E013",
            "Informasjonskapslene kan sendes ukryptert.",
        ),
        (not settings.OIDC_ENABLED, "E014", "OIDC mangler: ingen kan logge inn i produksjon."),
    ]
    hint = "Rett miljøvariablene. Se README, «I produksjon»."
    return [Error(text, hint=hint, id=f"amo.{code}") for wrong, code, text in problems if wrong]
