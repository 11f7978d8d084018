"""What became of applications after they were sent: changed wishes, one withdrawn, questions to another county (A1, A4)."""

from django.core.exceptions import ValidationError
from django.db import transaction

from courses.actions import permissions
from courses.actions.applications import submit_application
from courses.actions.changing import change_wishes, withdraw_wish
from courses.models import Application, ApplicationChange, CountyPermission, Intake, Wish
from reporting.demo.world import World

WHY = [
    "Fylket vårt har ikke dette kurset før til høsten, og brukeren kan reise til kursstedet på under en time.",
    "Kurset her er fullt. Brukeren har flyttet nær fylkesgrensa og har en arbeidsgiver der.",
    "Brukeren har arbeidet i kantine før og trenger kurset nå. Neste kurs her starter først etter sommeren.",
    "Brukeren trenger norskstøtten dette kurset har. Kursene her har den ikke.",
]
NO_ROOM = "Vi har flere egne søkere enn plasser på dette kurset. Spør gjerne igjen til neste oppstart."


def build(world: World) -> None:
    """Changes on the open round, and questions to Nav tiltak in the neighbouring county and from it."""
    _changes(world)
    _questions(world)


def _changes(world: World) -> None:
    """In the open round some have changed their order, added a course, or let one wish go."""
    sent = Application.objects.filter(window=world.windows[1], status=Application.Status.SUBMITTED, plan_due_on=None)
    options = [intake for intake in world.intakes if intake.window_id == world.windows[1].pk]
    for number, application in enumerate(sent.order_by("participant__national_id")):
        wishes = list(application.wishes.select_related("intake", "application").order_by("rank"))
        intakes = [wish.intake for wish in wishes]
        by = application.submitted_by
        if number % 4 == 0 and len(wishes) > 1:
            _change(world, application, intakes[::-1], by)
        elif number % 4 == 1 and len(wishes) < 3:
            more = next(one for one in options if one.pk not in {intake.pk for intake in intakes})
            _change(world, application, [*intakes, more], by)
        elif number % 4 == 2 and len(wishes) > 2:
            withdraw_wish(wish=wishes[-1], by=by)
            _date_back(world, application)


def _change(world: World, application: Application, intakes: list[Intake], by) -> None:
    """Where a formal condition stops the new wish, the application stays as it was."""
    try:
        with transaction.atomic():
            change_wishes(
                application=application, wishes=intakes, against_reason="Ønsker kurset selv, etter samtale.", by=by
            )
    except ValidationError:
        return
    _date_back(world, application)


def _date_back(world: World, application: Application) -> None:
    """The change was made between the day it was sent and today."""
    days = max(0, (world.now - application.submitted_at).days)
    at = world.at(world.day(-world.random.randint(0, days)))
    ApplicationChange.objects.filter(application=application).update(made_at=at)
    Wish.everything.filter(application=application, removed_at__isnull=False).update(removed_at=at)
    Wish.objects.filter(application=application, added_on__isnull=False).update(added_on=at.date())


def _questions(world: World) -> None:
    """Oslo asks Akershus, and Akershus asks Oslo: one waits each way, one is answered yes and used, one no."""
    windows = {"Oslo": world.windows[1], "Akershus": world.windows[3]}
    by_county = {
        county: next(one for one in world.intakes if one.window_id == window.pk) for county, window in windows.items()
    }
    answers = {"Oslo": world.members["demo.marit"], "Akershus": world.members["demo.silje"]}
    for county, intake in by_county.items():
        people = _people_of_others(world, county)
        for number, person in enumerate(people[:3]):
            asked = permissions.ask_permission(
                participant=person,
                intake=intake,
                reason=WHY[(number + len(county)) % len(WHY)],
                by=person.caseworker or person.registered_by,
            )
            CountyPermission.objects.filter(pk=asked.pk).update(asked_at=world.at(world.day(-number)))
            if number:
                _answer(asked, number, answers[county], person, intake)


def _answer(asked: CountyPermission, number: int, by, person, intake: Intake) -> None:
    if number == 2:
        permissions.answer_permission(permission=asked, granted=False, answer=NO_ROOM, by=by)
        return
    permissions.answer_permission(permission=asked, granted=True, answer="Vi har ledige plasser.", by=by)
    try:
        with transaction.atomic():
            submit_application(
                participant=person,
                wishes=[intake],
                against_reason="Ønsker kurset selv, etter samtale.",
                by=person.caseworker or person.registered_by,
            )
    except ValidationError:
        return


def _people_of_others(world: World, county: str) -> list:
    """Mapped people of other counties without an application; the demo's own caseworker's first."""
    busy = set(Application.objects.values_list("participant", flat=True))
    own = world.members["demo.ingrid"].pk
    found = [
        person
        for person in world.people
        if person.is_mapped
        and not person.is_protected
        and person.office.county_id != world.counties[county].pk
        and person.pk not in busy
        and person.pk not in world.last_end
    ]
    return sorted(found, key=lambda person: (person.caseworker_id != own, person.national_id))
