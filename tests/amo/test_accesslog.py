"""One row per page view and one CEF line when it is committed (06-access, "Log")."""

import datetime as dt
import logging
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.http import HttpResponse
from django.test import RequestFactory

from amo import accesslog, cef, clock
from amo.models import AccessLog, Role
from amo.policy import LogRule, NotLogged, page
from tests import factories

pytestmark = pytest.mark.django_db


class Match:
    view_name = "participants:detail"


def make_request(membership=None, method="get"):
    request = getattr(RequestFactory(), method)("/")
    request.membership = membership or factories.MembershipFactory()
    request.user = request.membership.user
    request.request_id = "request-0001"
    request.resolver_match = Match
    return request


@pytest.fixture
def lines(caplog):
    logger = logging.getLogger("amo.cef")
    logger.addHandler(caplog.handler)
    yield lambda: [record.getMessage() for record in caplog.records if record.name == "amo.cef"]
    logger.removeHandler(caplog.handler)


def test_a_view_of_a_person_leaves_who_when_where_and_whom(lines, commit):
    request, subject = make_request(), uuid.uuid4()
    with commit():
        accesslog.record(request, subject=subject, message="Så oversikten")
        assert lines() == []
    row = AccessLog.objects.get()
    assert (row.user_ident, row.subject_id, row.route) == (request.user.username, subject, "participants:detail")
    assert (row.role, row.organisation) == ("caseworker", request.membership.office.name)
    assert (row.request_id, row.protected, row.rows) == ("request-0001", False, None)
    assert abs(row.at - clock.now()) < dt.timedelta(minutes=1)
    assert lines() == [cef.line(row)]


def test_panels_of_the_same_response_share_the_row():
    request, subject = make_request(), uuid.uuid4()
    accesslog.record(request, subject=subject)
    accesslog.record(request, subject=subject, message="panel")
    accesslog.record(request, subject=uuid.uuid4())
    assert AccessLog.objects.count() == 2


def test_an_export_is_logged_with_its_rows():
    accesslog.record(make_request(), subject=None, message="Excel", rows=238)
    row = AccessLog.objects.get()
    assert (row.subject_id, row.rows) == (None, 238)
    assert cef.line(row).endswith("cn1Label=rows cn1=238")


def test_the_cef_line_is_as_agreed():
    at = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
    subject = uuid.UUID(int=7)
    row = factories.AccessLogFactory.build(
        at=at, subject_id=subject, message="a=b\\c\nd", request_id="r-1", protected=True, event="update"
    )
    assert cef.line(row) == (
        "CEF:0|amo|AuditLogger|1.0|audit:update|Sporingslogg|WARN|suid=z000001 duid=00000000-0000-0000-0000-000000000007"
        r" end=1772443800000 msg=a\=b\\c\nd sproc=r-1 request=participants:detail"
    )
    assert cef.header_value("a|b\\c") == r"a\|b\\c"


def details_view(view):
    return page(roles=[Role.CASEWORKER], log=LogRule.DETAILS)(view)


@pytest.mark.parametrize("status", [200, 409, 422])
def test_a_page_of_details_without_a_row_is_refused(status):
    with pytest.raises(NotLogged):
        details_view(lambda request: HttpResponse("navn", status=status))(make_request())


def test_a_redirect_shows_nobody():
    assert details_view(lambda request: HttpResponse(status=302))(make_request()).status_code == 302


def test_a_page_is_refused_when_the_row_cannot_be_written(monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("the log is down")

    def view(request):
        accesslog.record(request, subject=uuid.uuid4())
        return HttpResponse("navn")

    monkeypatch.setattr(AccessLog, "save", broken)
    with pytest.raises(DatabaseError):
        details_view(view)(make_request())


def test_lines_can_be_sent_again(lines, capsys):
    old = factories.AccessLogFactory(at=clock.now() - dt.timedelta(days=40))
    new = factories.AccessLogFactory()
    since = (clock.today() - dt.timedelta(days=2)).isoformat()
    call_command("cef", since=since)
    assert lines() == [cef.line(new)]
    call_command("cef", "--print", since="2000-01-01")
    assert capsys.readouterr().out.splitlines() == [cef.line(old), cef.line(new)]
    with pytest.raises(CommandError, match="ikke en dato"):
        call_command("cef", since="i går")
    with pytest.raises(CommandError, match="ikke en dato"):
        call_command("cef", since="2026-13-45")
