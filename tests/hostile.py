"""What makes the test run unforgiving: undefined template variables and connections to the outside."""

import ipaddress
import socket
import sys

FALLBACK_FILTERS = ("default", "default_if_none")


class UndefinedVariable(str):
    """Django's `string_if_invalid`, failing where an undefined variable is printed or handed to a tag.

    `{% if x %}`, `{% for %}` and `{{ x|default:"" }}` say themselves what happens without it, and stay allowed.
    """

    def __new__(cls):
        return super().__new__(cls, "UNDEFINED")

    def __contains__(self, item):
        # Django looks for "%s" to decide whether to put the variable's name in.
        return item == "%s"

    def __mod__(self, variable):
        expression = sys._getframe(1).f_locals.get("self")
        for function, arguments in getattr(expression, "filters", []):
            if function.__name__ in FALLBACK_FILTERS:
                return arguments[0][1] if arguments and not arguments[0][0] else ""
        raise AssertionError(f"Undefined template variable: {expression or variable}")

    def __str__(self):
        raise AssertionError("Undefined template variable")

    def __html__(self):
        raise AssertionError("Undefined template variable")


class OutsideConnection(AssertionError):
    """A test tried to reach another machine."""


_connect = socket.socket.connect


def _guarded_connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        host = address[0]
        if host != "localhost" and not _is_loopback(host):
            raise OutsideConnection(f"A test tried to reach {host}")
    return _connect(self, address)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_outside_connections() -> None:
    """From here on only loopback and unix sockets connect, in this process."""
    socket.socket.connect = _guarded_connect
