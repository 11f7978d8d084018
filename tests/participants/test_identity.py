"""Identity numbers: what is accepted here, and why the rest is refused."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from participants import identity
from tests.factories.people import identity_number


def real_number(born: dt.date) -> str:
    """A number whose month is not moved: it could be somebody's."""
    for individual in range(100, 500):
        nine = f"{born:%d%m%y}{individual}"
        digits = identity.check_digits(nine)
        if "-" not in digits:
            return nine + digits
    raise AssertionError


BORN = dt.date(1984, 3, 12)


def refusal(number: str) -> str:
    with pytest.raises(ValidationError) as caught:
        identity.validate_identity_number(number)
    return caught.value.code


def test_a_synthetic_number_is_accepted_and_gives_the_birth_date():
    number = identity_number(BORN)
    identity.validate_identity_number(number)
    assert identity.birth_date(number) == BORN
    assert identity.is_synthetic(number)


@pytest.mark.parametrize("number", ["", "123", "1234567890a", "123456789012"])
def test_eleven_digits_are_needed(number):
    assert refusal(number) == "format"


def test_the_first_six_digits_are_a_date():
    assert refusal("99999912345") == "date"


@pytest.mark.parametrize("place", range(9))
def test_one_wrong_digit_is_found(place):
    number = identity_number(BORN)
    wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
    assert refusal(wrong) in {"digits", "date"}


def test_a_real_looking_number_is_refused_where_only_synthetic_ones_are_allowed(settings):
    settings.REAL_IDENTITY_NUMBERS = False
    assert refusal(real_number(BORN)) == "real"
    settings.REAL_IDENTITY_NUMBERS = True
    identity.validate_identity_number(real_number(BORN))


def test_a_synthetic_number_is_refused_where_only_real_ones_are_allowed(settings):
    settings.SYNTHETIC_IDENTITY_NUMBERS = False
    assert refusal(identity_number(BORN)) == "synthetic"


def test_the_day_of_a_d_number_is_moved_by_forty():
    nine = f"{BORN.day + 40}{BORN.month + 80}84100"
    number = next(
        nine[:6] + f"{n:03}" + identity.check_digits(nine[:6] + f"{n:03}")
        for n in range(100, 500)
        if "-" not in identity.check_digits(nine[:6] + f"{n:03}")
    )
    identity.validate_identity_number(number)
    assert identity.birth_date(number) == BORN


def test_the_hash_recognises_a_number_however_it_is_written():
    number = identity_number(BORN)
    assert identity.person_hash(f"{number[:6]} {number[6:]}") == identity.person_hash(number)
    assert number not in identity.person_hash(number)
