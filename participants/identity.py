"""Norwegian identity numbers: fødselsnummer, D-number, and the synthetic ones (month + 40, + 65, + 80).

python-stdnum knows the check digits but rejects the synthetic months and individual numbers from 2032 on
(05-architecture); the checks it leaves out stand here. Check digits: Skatteetaten's published weights.
"""

import datetime as dt
import string

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.no import fodselsnummer

from amo.personhash import person_hash

__all__ = ["birth_date", "check_digits", "compact", "is_synthetic", "person_hash", "validate_identity_number"]

SYNTHETIC_MONTH_OFFSETS = (40, 80)


def compact(number: str) -> str:
    """Only the digits 0–9, as they are stored: "010190 12345" → "01019012345"."""
    return "".join(character for character in number if character in string.digits)


def _real_month(number: str) -> tuple[int, bool]:
    month = int(number[2:4])
    for offset in SYNTHETIC_MONTH_OFFSETS:
        if offset < month <= offset + 12:
            return month - offset, True
    return month, False


def is_synthetic(number: str) -> bool:
    """Whether the number is one that no living person has."""
    return _real_month(number)[1]


def birth_date(number: str) -> dt.date:
    """The date of birth in a well-formed number.

    Raises ValueError when the digits are no date. The century follows the individual number (Skatteetaten).
    """
    day = int(number[:2])
    day -= 40 if day > 40 else 0
    month, _synthetic = _real_month(number)
    year, individual = int(number[4:6]), int(number[6:9])
    if individual < 500:
        century = 1900
    elif individual < 750 and year >= 54:
        century = 1800
    elif individual >= 900 and year >= 40:
        century = 1900
    else:
        century = 2000
    return dt.date(century + year, month, day)


def check_digits(nine: str) -> str:
    """The two check digits for the first nine; a "-" stands where no valid digit exists."""
    first = fodselsnummer.calc_check_digit1(nine)
    if first == "10":
        return "--"
    second = fodselsnummer.calc_check_digit2(nine + first)
    return first + ("-" if second == "10" else second)


def validate_identity_number(number: str) -> None:
    """Raise ValidationError in plain bokmål when the number is not acceptable here."""
    if len(number) != 11 or compact(number) != number:
        raise ValidationError(_("Skriv fødselsnummeret eller d-nummeret med elleve siffer."), code="format")
    try:
        birth_date(number)
    except ValueError:
        raise ValidationError(_("De seks første sifrene er ikke en gyldig dato."), code="date") from None
    if check_digits(number[:9]) != number[9:]:
        raise ValidationError(_("Kontrollsifrene stemmer ikke. Sjekk at nummeret er riktig skrevet."), code="digits")
    if is_synthetic(number) and not settings.SYNTHETIC_IDENTITY_NUMBERS:
        raise ValidationError(_("Dette er et testnummer og kan ikke brukes her."), code="synthetic")
    if not is_synthetic(number) and not settings.REAL_IDENTITY_NUMBERS:
        raise ValidationError(
            _("Her kan du bare bruke syntetiske testnumre. Skriv ikke inn nummeret til en virkelig person."),
            code="real",
        )
