"""A question to another county that nothing can come of any more, and one about oneself (A1, C3, C6)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from amo import clock, tick
from amo.models import Notification
from courses.actions import endings, permissions
from courses.models import CountyPermission
from participants.models import Task
from tests import factories as f
from tests.courses.applications.test_permissions import WHY, ask, there
from tests.courses.places.world import text
from tests.factories import today

__all__ = ["there"]

pytestmark = [pytest.mark.django_db, pytest.mark.row("A1")]
REASON = "For få søkere til at kurset kan holdes."


@pytest.mark.row("C3")
def test_a_class_that_is_called_off_takes_the_question_with_it(case, there, client_for):
    permission = ask(case, there)
    endings.call_off(intake=there.intake, reason=REASON, by=there.staff)
    permission.refresh_from_db()
    assert (permission.status, permission.answer, permission.answered_by) == (
        "lapsed", "Kurset er avlyst.", there.staff,
    )  # fmt: skip
    told = Notification.objects.get(membership=case.caseworker, dedupe_key__endswith="lapsed")
    assert "falt bort. Kurset er avlyst." in told.text and case.person.last_name not in told.text
    task = Task.objects.open().get(kind="county_permission")
    assert (task.owner, task.url) == (case.caseworker, permission.get_absolute_url())
    page = text(client_for(case.caseworker).get(permission.get_absolute_url()))
    assert "Falt bort" in page and "Kurset er avlyst." in page and str(there.staff.user) in page
    assert reverse("courses:permission_withdraw", args=[permission.public_id]) not in page
    assert "Svar på spørsmål om tillatelse" not in text(client_for(there.staff).get(reverse("amo:start")))


@pytest.mark.row("C3")
def test_a_yes_stands_but_nobody_is_asked_to_apply_for_a_class_that_is_called_off(case, there):
    permission = ask(case, there)
    permissions.answer_permission(permission=permission, granted=True, by=there.staff)
    endings.call_off(intake=there.intake, reason=REASON, by=there.staff)
    permission.refresh_from_db()
    assert permission.status == "granted"
    assert not Task.objects.open().filter(kind="county_permission").exists()


def test_after_the_deadline_it_falls_away_once_and_may_be_asked_anew(case, there, freeze):
    there.intake.application_deadline = today(2)
    there.intake.save()
    permission = ask(case, there)
    freeze(today(2))
    tick.run_all(only=["courses.permissions_lapse"])
    permission.refresh_from_db()
    assert permission.status == "asked", "the last day counts"
    freeze(today(1))
    for _n in range(2):
        permissions.lapse_late(clock.now())
    permission.refresh_from_db()
    assert (permission.status, permission.answered_by) == ("lapsed", None)
    assert permission.answer.startswith("Søknadsfristen gikk ut")
    assert Notification.objects.filter(dedupe_key__endswith="lapsed").count() == 1
    there.intake.application_deadline = today(20)
    there.intake.save()
    assert ask(case, there).status == "asked"


def test_an_answer_in_time_stands(case, there, freeze):
    permission = ask(case, there)
    permissions.answer_permission(permission=permission, granted=False, answer="Kurset er fullt.", by=there.staff)
    freeze(today(100))
    assert permissions.lapse_late(clock.now()) == 0
    permission.refresh_from_db()
    assert permission.status == "refused"


@pytest.mark.row("C6")
def test_nobody_sees_or_answers_a_question_about_herself(case, there, client_for):
    user = there.staff.user
    user.person_hash = case.person.person_hash
    user.save(update_fields=["person_hash"])
    colleague = f.MembershipFactory(county_staff=True, county=there.county)
    permission = ask(case, there)
    assert not there.staff.notifications.exists() and colleague.notifications.count() == 1
    assert list(CountyPermission.objects.visible_to(there.staff)) == []
    assert list(CountyPermission.objects.visible_to(colleague)) == [permission]
    client = client_for(there.staff)
    assert client.get(permission.get_absolute_url()).status_code == 404
    assert client.post(permission.get_absolute_url(), {"granted": "yes", "version": 1}).status_code == 404
    assert there.intake.code not in text(client.get(reverse("courses:permission_list")))
    with pytest.raises(PermissionDenied):
        permissions.answer_permission(permission=permission, granted=True, by=there.staff)
    assert WHY in text(client_for(colleague).get(permission.get_absolute_url()))
