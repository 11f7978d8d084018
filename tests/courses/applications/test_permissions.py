"""A wish for another county's class: refused until that county has said yes (A1, C6)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from amo import clock, tick
from amo.models import Notification
from courses.actions import permissions
from courses.actions.applications import submit_application
from courses.models import CountyPermission
from participants.models import Participant, Task
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A1")]
WHY = "Kurset finnes ikke i fylket vårt."


@pytest.fixture
def there(case):
    """An open class of another county, and one who works there."""
    county = f.CountyFactory(name="Nabofylket")
    concept = f.ConceptFactory(county=county, title="Truckfører")
    intake = f.IntakeFactory(contract__concept=concept)
    staff = f.MembershipFactory(county_staff=True, county=county)
    return type("There", (), {"county": county, "intake": intake, "staff": staff})


def ask(case, there, **more):
    return permissions.ask_permission(
        participant=case.person, intake=there.intake, reason=more.get("reason", WHY), by=case.caseworker
    )


def apply(case, there):
    return submit_application(
        participant=case.person, wishes=[there.intake], against_reason="Vil flytte dit.", by=case.caseworker
    )


def test_without_permission_the_wish_is_refused_and_says_what_to_do(case, there):
    with pytest.raises(ValidationError) as refused:
        apply(case, there)
    assert refused.value.message_dict["wish_1"] == [
        f"{there.intake.code} hører til Nabofylket. Be om tillatelse fra Nav tiltak Nabofylket før dere søker."
    ]
    ask(case, there)
    with pytest.raises(ValidationError, match="har ikke svart ennå"):
        apply(case, there)


def test_the_county_says_yes_and_she_applies(case, there):
    permission = ask(case, there)
    note = there.staff.notifications.get()
    assert case.person.last_name not in note.text
    assert case.office.name in note.text
    permissions.answer_permission(permission=permission, granted=True, by=there.staff)
    task = Task.objects.get(kind="county_permission")
    assert (task.owner, task.done_at) == (case.caseworker, None)
    assert f"?kurs={there.intake.public_id}" in task.url
    application = apply(case, there)
    assert application.window.county == there.county
    task.refresh_from_db()
    assert task.done_at is not None
    assert Participant.objects.visible_to(there.staff).get() == case.person


def test_a_no_needs_a_reason_and_stands(case, there):
    permission = ask(case, there)
    with pytest.raises(ValidationError, match="hvorfor tillatelsen ikke gis"):
        permissions.answer_permission(permission=permission, granted=False, by=there.staff)
    permissions.answer_permission(permission=permission, granted=False, answer="Kurset er fullt.", by=there.staff)
    with pytest.raises(ValidationError, match="har ikke gitt tillatelse"):
        apply(case, there)
    with pytest.raises(ValidationError, match="allerede svart"):
        permissions.answer_permission(permission=permission, granted=True, by=there.staff)
    # It may be asked anew.
    assert ask(case, there).status == "asked"


def test_only_the_county_of_the_class_answers(case, there):
    permission = ask(case, there)
    for somebody in (case.staff, case.caseworker):
        with pytest.raises(PermissionDenied):
            permissions.answer_permission(permission=permission, granted=True, by=somebody)


def test_it_is_asked_once_about_an_open_class_of_another_county_with_a_reason(case, there):
    with pytest.raises(ValidationError, match="deres eget fylke"):
        permissions.ask_permission(participant=case.person, intake=case.care_intake, reason=WHY, by=case.caseworker)
    with pytest.raises(ValidationError, match="Skriv minst ti tegn"):
        ask(case, there, reason="  vil det  ")
    ask(case, there)
    with pytest.raises(ValidationError, match="allerede spurt om tillatelse"):
        ask(case, there)
    there.intake.status = "planned"
    there.intake.save()
    with pytest.raises(ValidationError, match="ikke åpent for søknad"):
        ask(case, there)


def test_the_database_keeps_one_alive_and_a_signed_answer(case, there):
    permission = ask(case, there)
    with pytest.raises(IntegrityError, match="countypermission_one_alive"), transaction.atomic():
        f.CountyPermissionFactory(participant=case.person, intake=there.intake)
    with pytest.raises(IntegrityError, match="countypermission_answer_is_signed"), transaction.atomic():
        CountyPermission.objects.filter(pk=permission.pk).update(status="granted")
    with pytest.raises(IntegrityError, match="countypermission_refusal_has_a_reason"), transaction.atomic():
        CountyPermission.objects.filter(pk=permission.pk).update(
            status="refused", answered_by=there.staff, answered_at=clock.now()
        )


def test_the_answer_is_due_before_the_deadline_and_reminded_of_once(case, there, freeze):
    there.intake.application_deadline = today(2)
    there.intake.save()
    permission = ask(case, there)
    assert permission.due_on == today(2)
    freeze(today(3))
    for _n in range(2):
        tick.run_all(only=["courses.permissions_late"])
    assert Notification.objects.filter(membership=there.staff, dedupe_key__endswith="late").count() == 1


@pytest.mark.parametrize(
    ("protection", "flag"),
    [
        ({"address_protection": "strictly_confidential"}, "sees_strictly_confidential"),
        ({"address_protection": "confidential"}, "sees_confidential"),
        ({"is_shielded": True}, "sees_shielded"),
    ],
)
def test_a_protected_person_s_question_reaches_only_those_with_the_flag(case, there, protection, flag):
    Participant.objects.filter(pk=case.person.pk).update(**protection)
    flagged = f.MembershipFactory(county_staff=True, county=there.county, **{flag: True})
    permission = ask(case, there)
    assert list(CountyPermission.objects.visible_to(there.staff)) == []
    assert list(CountyPermission.objects.visible_to(flagged)) == [permission]
    assert not there.staff.notifications.exists()
    assert flagged.notifications.count() == 1


# --- the pages --------------------------------------------------------------------------------------


def post(client, url, **data):
    return client.post(url, {"submission": str(uuid.uuid4()), **data})


def test_from_the_refused_wish_to_the_answer_on_the_application(case, there, client_for):
    office, county = client_for(case.caseworker), client_for(there.staff)
    new = reverse("courses:application_new", args=[case.person.public_id])
    chosen = office.get(new, {"kurs": str(there.intake.public_id)}).content.decode()
    ask_url = reverse("courses:permission_new", args=[case.person.public_id, there.intake.public_id])
    assert ask_url in chosen
    short = post(office, ask_url, reason="nei")
    assert (short.status_code, "Skriv minst ti tegn" in short.content.decode()) == (422, True)
    sent = post(office, ask_url, reason=WHY)
    assert sent.status_code == 302
    permission = CountyPermission.objects.get()
    assert "Søkere fra andre fylker" in county.get(reverse("amo:start")).content.decode()
    page = county.get(permission.get_absolute_url()).content.decode()
    assert WHY in page
    assert case.person.last_name not in page
    assert case.person.last_name not in county.get(reverse("courses:permission_list")).content.decode()
    refused = post(county, permission.get_absolute_url(), granted="no", version=permission.version)
    assert refused.status_code == 422
    assert post(county, permission.get_absolute_url(), granted="yes", version=permission.version).status_code == 302
    assert "Søk inn på kurset" in office.get(permission.get_absolute_url()).content.decode()
    made = post(office, new, wish_1=there.intake.public_id, against_reason="Vil flytte dit.")
    detail = office.get(made["Location"]).content.decode()
    assert "Tillatelse fra Nav tiltak Nabofylket: gitt." in detail
    assert case.person.last_name in office.get(reverse("courses:permission_list")).content.decode()


def test_a_question_is_withdrawn_and_a_stale_answer_told(case, there, client_for):
    permission = ask(case, there)
    url = reverse("courses:permission_withdraw", args=[permission.public_id])
    office = client_for(case.caseworker)
    assert "Trekke spørsmålet?" in office.get(url).content.decode()
    assert post(office, url, version=permission.version).status_code == 302
    late = post(client_for(there.staff), permission.get_absolute_url(), granted="yes", version=permission.version)
    assert late.status_code == 409
    permission.refresh_from_db()
    assert permission.status == "withdrawn"
