"""What the tests of things at once rest on: no thread's failure is lost."""

import pytest
from django.core.exceptions import ValidationError

from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def raises(error):
    raise error


def test_everyone_answers_and_a_refusal_is_an_answer():
    refused = ValidationError("nei")
    assert sorted(at_once([lambda: 1, lambda: raises(refused)]), key=str) == sorted([1, refused], key=str)


def test_any_other_failure_is_raised():
    with pytest.raises(ExceptionGroup) as found:
        at_once([lambda: 1, lambda: raises(LookupError("borte"))])
    assert [type(one) for one in found.value.exceptions] == [LookupError]
