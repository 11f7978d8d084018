"""A keyed hash of an identity number: recognises a person's own file without storing her number twice (06-access)."""

import hashlib
import hmac

from django.conf import settings


def person_hash(number: str) -> str:
    """64 hexadecimal digits; blanks and other signs in the number do not count."""
    digits = "".join(character for character in number if character.isdigit())
    return hmac.new(settings.SECRET_KEY.encode(), digits.encode(), hashlib.sha256).hexdigest()
