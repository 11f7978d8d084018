"""Catalogue, applications, allocation and enrolment."""

import dataclasses
import datetime as dt

import factory
from factory.django import DjangoModelFactory

from amo import clock
from courses import models as courses
from courses.actions.concept_versions import content_of
from courses.engines.advice import AdvicePolicy
from courses.facts_market import months_before
from participants.models import AccessGrant
from tests.factories.kernel import (
    CountyFactory,
    MembershipFactory,
    OccupationFactory,
    OfficeFactory,
    ProviderFactory,
    SectorFactory,
    today,
)
from tests.factories.people import AccessGrantFactory, ParticipantFactory

ACCESS_AFTER_END_DAYS = 40


class ConceptFactory(DjangoModelFactory):
    """A course of 11 weeks' theory and 7 weeks' placement without a minimum of Norwegian."""

    class Meta:
        model = courses.Concept

    county = factory.SubFactory(CountyFactory)
    title = factory.Sequence(lambda n: f"Kurs {n}")
    sector = factory.SubFactory(SectorFactory)
    purpose = "Deltakerne skal kunne arbeide som assistent."
    target_group = "Arbeidssøkere over 19 år."
    theory_weeks = 11
    placement_weeks = 7
    outlook = "De fleste begynner som ringevikar."


class ChecklistItemFactory(DjangoModelFactory):
    """An item that the caseworker judges."""

    class Meta:
        model = courses.ChecklistItem

    concept = factory.SubFactory(ConceptFactory)
    order = factory.Sequence(lambda n: n)
    kind = courses.ChecklistItem.Kind.JUDGED
    label = "Kan arbeide turnus"


class ConceptVersionFactory(DjangoModelFactory):
    """The concept as it stands, as the next version."""

    class Meta:
        model = courses.ConceptVersion

    concept = factory.SubFactory(ConceptFactory)
    number = factory.LazyAttribute(lambda o: o.concept.versions.count() + 1)
    content = factory.LazyAttribute(lambda o: content_of(o.concept))
    reason = "Tatt i bruk"
    saved_at = factory.LazyFunction(lambda: clock.now())


class ContractFactory(DjangoModelFactory):
    class Meta:
        model = courses.Contract

    number = factory.Sequence(lambda n: f"AVT-{n:05}")
    provider = factory.SubFactory(ProviderFactory)
    concept = factory.SubFactory(ConceptFactory)
    starts_on = factory.LazyFunction(lambda: today(-700))
    ends_on = factory.LazyFunction(lambda: today(700))
    status = courses.Contract.Status.ACTIVE


class ContractOptionFactory(DjangoModelFactory):
    """A year more, to be used within 90 days."""

    class Meta:
        model = courses.ContractOption

    contract = factory.SubFactory(ContractFactory)
    number = 1
    months = 12
    use_by = factory.LazyFunction(lambda: today(90))


class HandoverFactory(DjangoModelFactory):
    """A draft: from one contract to another of the same course, in 30 days."""

    class Meta:
        model = courses.Handover
        skip_postgeneration_save = True

    from_contract = factory.SubFactory(ContractFactory)
    to_contract = factory.LazyAttribute(lambda o: ContractFactory(concept=o.from_contract.concept))
    day = factory.LazyFunction(lambda: today(30))
    reason = "Leverandøren har sagt opp."
    made_by = factory.LazyAttribute(
        lambda o: MembershipFactory(county_staff=True, county=o.from_contract.concept.county)
    )
    made_at = factory.LazyFunction(lambda: clock.now())

    @factory.post_generation
    def intakes(self, create, value, **kwargs):
        if value:
            self.intakes.set(value)


class HiringRequirementFactory(DjangoModelFactory):
    class Meta:
        model = courses.HiringRequirement

    segment = "Sykehjem"
    occupation = factory.SubFactory(OccupationFactory)
    form = courses.HiringRequirement.Form.PERMANENT
    valid_from = factory.LazyFunction(lambda: today(-700))
    source = "Rapporten"


class LabourDemandFactory(DjangoModelFactory):
    """Openings of one month; the eleven before it are read in without any, unless `whole_year=False`."""

    class Meta:
        model = courses.LabourDemand
        skip_postgeneration_save = True

    occupation = factory.SubFactory(OccupationFactory)
    county = factory.SubFactory(CountyFactory)
    month = factory.LazyFunction(lambda: today().replace(day=1))
    openings = 120
    unemployed = 80

    @classmethod
    def _create(cls, model_class, *, occupation, county, month, **values):
        row, _new = model_class.objects.update_or_create(
            occupation=occupation, county=county, month=month, defaults=values
        )
        return row

    @factory.post_generation
    def whole_year(self, create, extracted, **kwargs):
        if extracted is False:
            return
        before = [months_before(self.month, back) for back in range(1, 12)]
        rows = [
            courses.LabourDemand(
                occupation=self.occupation, county=self.county, month=month, openings=0, unemployed=self.unemployed
            )
            for month in before
        ]
        courses.LabourDemand.objects.bulk_create(rows, ignore_conflicts=True)


class AllocationWindowFactory(DjangoModelFactory):
    """A window of the concept's county that covers the next 120 days."""

    class Meta:
        model = courses.AllocationWindow

    county = factory.SubFactory(CountyFactory)
    name = factory.Sequence(lambda n: f"Runde {n}")
    first_start = factory.LazyFunction(lambda: today(1))
    last_start = factory.LazyFunction(lambda: today(120))
    deadline = factory.LazyFunction(lambda: today(14))


class IntakeFactory(DjangoModelFactory):
    """Open for applications, starting in 30 days. Traits set where it is in its life."""

    class Meta:
        model = courses.Intake

    class Params:
        running = factory.Trait(
            starts_on=factory.LazyFunction(lambda: today(-30)), status=courses.Intake.Status.RUNNING, window=None
        )
        ended = factory.Trait(
            starts_on=factory.LazyFunction(lambda: today(-18 * 7 - 21)),
            status=courses.Intake.Status.COMPLETED,
            window=None,
        )

    contract = factory.SubFactory(ContractFactory)
    window = factory.LazyAttribute(lambda o: AllocationWindowFactory(county=o.contract.concept.county))
    code = factory.Sequence(lambda n: f"K-{n:05}")
    starts_on = factory.LazyFunction(lambda: today(30))
    theory_ends_on = factory.LazyAttribute(
        lambda o: o.starts_on + dt.timedelta(weeks=o.contract.concept.theory_weeks, days=-3)
    )
    ends_on = factory.LazyAttribute(lambda o: o.starts_on + dt.timedelta(weeks=o.contract.concept.weeks, days=-3))
    place = "Kursveien 1"
    application_deadline = factory.LazyAttribute(lambda o: o.starts_on - dt.timedelta(days=14))
    status = courses.Intake.Status.OPEN


class OfficeQuotaFactory(DjangoModelFactory):
    class Meta:
        model = courses.OfficeQuota

    intake = factory.SubFactory(IntakeFactory)
    office = factory.LazyAttribute(lambda o: OfficeFactory(county=o.intake.contract.concept.county))
    minimum = 1
    maximum = 5


class IntakeAssignmentFactory(DjangoModelFactory):
    class Meta:
        model = courses.IntakeAssignment

    intake = factory.SubFactory(IntakeFactory)
    membership = factory.LazyAttribute(
        lambda o: MembershipFactory(instructor=True, provider=o.intake.contract.provider)
    )
    starts_on = factory.LazyFunction(lambda: today(-100))


def _parameters(policy: AdvicePolicy) -> dict:
    """As they are stored: everything but the version."""
    return {name: value for name, value in dataclasses.asdict(policy).items() if name != "version"}


class PolicyVersionFactory(DjangoModelFactory):
    class Meta:
        model = courses.PolicyVersion
        django_get_or_create = ("engine", "number")

    class Params:
        advice = factory.Trait(
            engine=courses.PolicyVersion.Engine.ADVICE,
            parameters=factory.LazyFunction(lambda: _parameters(AdvicePolicy("1"))),
            valid_from=factory.LazyFunction(today),
            note="Arbeidsmarkedet skal telle mer.",
            created_at=factory.LazyFunction(lambda: clock.now()),
        )

    engine = courses.PolicyVersion.Engine.ALLOCATION
    number = 1
    parameters = factory.LazyFunction(dict)
    valid_from = factory.LazyFunction(lambda: today(-1000))


class AdviceShownFactory(DjangoModelFactory):
    """An empty answer, as if shown to the person's caseworker today."""

    class Meta:
        model = courses.AdviceShown

    participant = factory.SubFactory(ParticipantFactory)
    policy = factory.LazyFunction(lambda: PolicyVersionFactory(engine=courses.PolicyVersion.Engine.ADVICE))
    on = factory.LazyFunction(today)
    content = factory.LazyFunction(lambda: {"courses": [], "not_now": None})
    digest = factory.Sequence(lambda n: f"{n:064x}")
    shown_by = factory.LazyAttribute(lambda o: o.participant.caseworker or o.participant.registered_by)
    shown_at = factory.LazyFunction(lambda: clock.now())


class LeafletTextFactory(DjangoModelFactory):
    """The concept's leaflet in bokmål, by somebody of its county."""

    class Meta:
        model = courses.LeafletText

    concept = factory.SubFactory(ConceptFactory)
    language = courses.LeafletText.Language.BOKMAL
    title = "Kurs i kantine"
    what = "Du lærer å lage og servere mat."
    outlook = "De fleste får vikariat eller deltid først."
    updated_by = factory.LazyAttribute(lambda o: MembershipFactory(county_staff=True, county=o.concept.county))
    updated_at = factory.LazyFunction(lambda: clock.now())


class ApplicationFactory(DjangoModelFactory):
    """Submitted by the person's caseworker. Add wishes with WishFactory."""

    class Meta:
        model = courses.Application

    class Params:
        draft = factory.Trait(status=courses.Application.Status.DRAFT, submitted_at=None, submitted_by=None)

    participant = factory.SubFactory(ParticipantFactory)
    window = factory.LazyAttribute(lambda o: AllocationWindowFactory(county=o.participant.office.county))
    status = courses.Application.Status.SUBMITTED
    created_by = factory.LazyAttribute(lambda o: o.participant.caseworker or o.participant.registered_by)
    created_at = factory.LazyFunction(lambda: clock.now())
    submitted_by = factory.SelfAttribute("created_by")
    submitted_at = factory.SelfAttribute("created_at")


class ApplicationChangeFactory(DjangoModelFactory):
    class Meta:
        model = courses.ApplicationChange

    application = factory.SubFactory(ApplicationFactory)
    made_by = factory.LazyAttribute(lambda o: o.application.created_by)
    made_at = factory.LazyFunction(lambda: clock.now())


class CountyPermissionFactory(DjangoModelFactory):
    """Asked today, not answered yet. Give an intake of another county."""

    class Meta:
        model = courses.CountyPermission

    class Params:
        granted = factory.Trait(
            status=courses.CountyPermission.Status.GRANTED,
            answered_at=factory.LazyFunction(lambda: clock.now()),
            answered_by=factory.LazyAttribute(
                lambda o: MembershipFactory(county_staff=True, county=o.intake.contract.concept.county)
            ),
        )

    participant = factory.SubFactory(ParticipantFactory)
    intake = factory.SubFactory(IntakeFactory)
    reason = "Kurset finnes ikke i fylket vårt."
    asked_by = factory.LazyAttribute(lambda o: o.participant.caseworker or o.participant.registered_by)
    asked_at = factory.LazyFunction(lambda: clock.now())
    due_on = factory.LazyFunction(lambda: today(5))


class WishFactory(DjangoModelFactory):
    """A first wish for an intake in the application's window."""

    class Meta:
        model = courses.Wish

    application = factory.SubFactory(ApplicationFactory)
    intake = factory.LazyAttribute(
        lambda o: IntakeFactory(window=o.application.window, contract__concept__county=o.application.window.county)
    )
    rank = 1


class ChecklistAnswerFactory(DjangoModelFactory):
    class Meta:
        model = courses.ChecklistAnswer

    participant = factory.SubFactory(ParticipantFactory)
    item = factory.SubFactory(ChecklistItemFactory)
    answer = courses.ChecklistAnswer.Answer.MET
    sentence = "Har arbeidet turnus før."
    answered_by = factory.LazyAttribute(lambda o: o.participant.caseworker or o.participant.registered_by)
    answered_at = factory.LazyFunction(lambda: clock.now())


class AllocationRunFactory(DjangoModelFactory):
    """A preview, made by somebody in the window's county."""

    class Meta:
        model = courses.AllocationRun

    window = factory.SubFactory(AllocationWindowFactory)
    policy = factory.SubFactory(PolicyVersionFactory)
    seed = "00" * 16
    made_by = factory.LazyAttribute(lambda o: MembershipFactory(county_staff=True, county=o.window.county))
    made_at = factory.LazyFunction(lambda: clock.now())


class AllocationDecisionFactory(DjangoModelFactory):
    """A place given on facts without points."""

    class Meta:
        model = courses.AllocationDecision

    facts = factory.LazyAttribute(
        lambda o: {
            "fit_met": 0,
            "fit_total": 0,
            "office": str(o.wish.application.participant.office_id),
            "queued_at": o.wish.application.created_at.isoformat(),
        }
    )

    run = factory.LazyAttribute(lambda o: AllocationRunFactory(window=o.wish.application.window))
    wish = factory.SubFactory(WishFactory)
    outcome = courses.AllocationDecision.Outcome.PLACED


class AllocationExceptionFactory(DjangoModelFactory):
    """A place by exception, made by somebody in the run's county."""

    class Meta:
        model = courses.AllocationException

    run = factory.LazyAttribute(lambda o: AllocationRunFactory(window=o.wish.application.window))
    wish = factory.SubFactory(WishFactory)
    kind = courses.AllocationException.Kind.PLACE
    reason = "Har hatt læreplass der før."
    made_by = factory.LazyAttribute(lambda o: MembershipFactory(county_staff=True, county=o.run.window.county))
    made_at = factory.LazyFunction(lambda: clock.now())


class LeftoverRoundFactory(DjangoModelFactory):
    """Open for another week."""

    class Meta:
        model = courses.LeftoverRound

    window = factory.SubFactory(AllocationWindowFactory)
    deadline = factory.LazyFunction(lambda: today(7))
    opened_by = factory.LazyAttribute(lambda o: MembershipFactory(county_staff=True, county=o.window.county))
    opened_at = factory.LazyFunction(lambda: clock.now())


class AllocationSimulationFactory(DjangoModelFactory):
    """Of last year, without a round in it."""

    class Meta:
        model = courses.AllocationSimulation

    county = factory.SubFactory(CountyFactory)
    policy = factory.SubFactory(PolicyVersionFactory)
    first_day = factory.LazyFunction(lambda: today(-365))
    last_day = factory.LazyFunction(today)
    result = factory.LazyFunction(lambda: {"rounds": [], "offices": {}})
    made_at = factory.LazyFunction(lambda: clock.now())


class OfferFactory(DjangoModelFactory):
    """Outstanding since today, nobody contacted yet."""

    class Meta:
        model = courses.Offer

    class Params:
        contacted = factory.Trait(
            contacted_on=factory.LazyFunction(today), deadline_on=factory.LazyFunction(lambda: today(7))
        )

    wish = factory.SubFactory(WishFactory, status=courses.Wish.Status.OFFERED)
    offered_on = factory.LazyFunction(today)
    run = factory.LazyAttribute(lambda o: AllocationRunFactory(window=o.wish.application.window))


class EnrolmentFactory(DjangoModelFactory):
    """On a running class. `granted=True` gives the provider and the county the access the actions would have given."""

    class Meta:
        model = courses.Enrolment
        skip_postgeneration_save = True

    class Params:
        completed = factory.Trait(
            status=courses.Enrolment.Status.COMPLETED, intake=factory.SubFactory(IntakeFactory, ended=True)
        )

    participant = factory.SubFactory(ParticipantFactory)
    intake = factory.SubFactory(IntakeFactory, running=True)
    referred_by = factory.LazyAttribute(lambda o: o.participant.caseworker)
    status = courses.Enrolment.Status.PARTICIPATING
    starts_on = factory.LazyAttribute(lambda o: o.intake.starts_on)
    ends_on = factory.LazyAttribute(lambda o: o.intake.ends_on)
    created_at = factory.LazyFunction(lambda: clock.now())

    @factory.post_generation
    def granted(self, create, value, **kwargs):
        if not value:
            return
        until = self.ends_on + dt.timedelta(days=ACCESS_AFTER_END_DAYS)
        common = {"participant": self.participant, "source": AccessGrant.Source.ENROLMENT, "source_id": self.public_id}
        provider = self.intake.contract.provider
        course = AccessGrant.Level.COURSE
        AccessGrantFactory(**common, provider=provider, county=None, level=course, ends_on=until)
        AccessGrantFactory(**common, county=self.intake.contract.concept.county)
        for assignment in self.intake.assignments.all():
            AccessGrantFactory(**common, membership=assignment.membership, county=None, level=course, ends_on=until)


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = courses.Attendance

    enrolment = factory.SubFactory(EnrolmentFactory)
    day = factory.LazyFunction(lambda: today(-1))
    code = courses.Attendance.Code.PRESENT
    recorded_by = factory.LazyAttribute(
        lambda o: MembershipFactory(provider_lead=True, provider=o.enrolment.intake.contract.provider)
    )
    recorded_at = factory.LazyFunction(lambda: clock.now())


class LetterRuleFactory(DjangoModelFactory):
    """A draft of other rules for admission, by somebody of a county. `in_use=True`: taken into use by another."""

    class Meta:
        model = courses.LetterRule

    class Params:
        in_use = factory.Trait(
            status=courses.LetterRule.Status.IN_USE,
            approved_by=factory.LazyFunction(lambda: MembershipFactory(county_staff=True)),
            approved_at=factory.LazyFunction(lambda: clock.now()),
        )

    decision_type = courses.LetterRule.DecisionType.COMMON_START
    number = factory.Sequence(lambda n: 100 + n)
    appealable = True
    weeks = 6
    text_nb = "Du kan klage."
    text_nn = "Du kan klage på nynorsk."
    valid_from = factory.LazyFunction(today)
    note = "Ny tolkning av loven."
    created_by = factory.LazyFunction(lambda: MembershipFactory(county_staff=True))
    created_at = factory.LazyFunction(lambda: clock.now())


class DecisionLetterFactory(DjangoModelFactory):
    """A draft about a refused wish. `sent=True`: sent today with made-up content."""

    class Meta:
        model = courses.DecisionLetter

    class Params:
        sent = factory.Trait(
            status=courses.DecisionLetter.Status.SENT,
            rule=factory.SubFactory(LetterRuleFactory, in_use=True),
            content=factory.LazyFunction(lambda: {"layout": 1}),
            content_hash="0" * 64,
            channel=courses.DecisionLetter.Channel.POSTED,
            sent_on=factory.LazyFunction(today),
            sent_at=factory.LazyFunction(lambda: clock.now()),
            sent_by=factory.LazyAttribute(lambda o: o.participant.caseworker or o.participant.registered_by),
        )

    kind = courses.DecisionLetter.Kind.REFUSAL
    wish = factory.SubFactory(
        WishFactory, status=courses.Wish.Status.REFUSED, refusal_reason=courses.Wish.RefusalReason.FULL
    )
    participant = factory.LazyAttribute(lambda o: o.wish.application.participant)
    intake = factory.LazyAttribute(lambda o: o.wish.intake)
    language = "nb"
    decided_on = factory.LazyFunction(today)
    created_at = factory.LazyFunction(lambda: clock.now())


class FeedbackRoundFactory(DjangoModelFactory):
    """An open round that asks nobody yet: give it `concepts` and `offices`."""

    class Meta:
        model = courses.FeedbackRound
        skip_postgeneration_save = True

    county = factory.SubFactory(CountyFactory)
    name = factory.Sequence(lambda n: f"Runde {n}")
    question = "Hva mener dere om kursene?"
    due_on = factory.LazyFunction(lambda: today(14))
    opened_by = factory.LazyAttribute(lambda one: MembershipFactory(county_staff=True, county=one.county))
    opened_at = factory.LazyFunction(clock.now)

    @factory.post_generation
    def concepts(self, create, given, **kwargs):
        self.concepts.set(given or [])

    @factory.post_generation
    def offices(self, create, given, **kwargs):
        self.offices.set(given or [])


class ConceptFeedbackFactory(DjangoModelFactory):
    """New, from a caseworker of the concept's county, of her own accord."""

    class Meta:
        model = courses.ConceptFeedback

    concept = factory.SubFactory(ConceptFactory)
    kind = courses.ConceptFeedback.Kind.LEVEL
    text = "Norskkravet er for høyt for det jobben krever."
    sender = factory.LazyAttribute(lambda one: MembershipFactory(office=OfficeFactory(county=one.concept.county)))
    office = factory.LazyAttribute(lambda one: one.sender.office)
    sent_at = factory.LazyFunction(clock.now)
