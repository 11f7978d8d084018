"""The list one came from: "Brukere" above a person's page leads back to it with filter, sorting and page (07-ui).

The address holds coded choices and at most the random key of a search, never a name or a number.
"""

from django.http import HttpRequest
from django.urls import reverse

KEY = "portfolio_address"
MAX_LENGTH = 1500


def remember(request: HttpRequest) -> None:
    """Keep the address of the list that is shown, for as long as the session lasts."""
    address = request.get_full_path()
    if len(address) <= MAX_LENGTH and request.session.get(KEY) != address:
        request.session[KEY] = address


def address(request: HttpRequest) -> str:
    """Where "Brukere" leads: the list as it was last seen in this session, else the plain one."""
    return request.session.get(KEY) or reverse("participants:list")
