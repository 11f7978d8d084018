"""The six courses the report names, one next door, their checklists and contracts.

Facts (weeks, hours, places, topics, entry requirements, what the jobs are) follow the Fafo report, chapter 2 and
appendices 2–3; the words are our own. A minimum in Norwegian is an assumption of the demo and says so.
"""

import datetime as dt
from dataclasses import dataclass, field

from courses.actions.policies import policy_row
from courses.models import ChecklistItem, Concept, Contract, PolicyVersion
from reporting.demo.world import World

Kind = ChecklistItem.Kind
SOURCE = "Fafo 2012, kapittel 2 og vedlegg 2–3"
ASSUMED = "Demoens antakelse, ikke kursets egen formulering"


@dataclass(frozen=True)
class Spec:
    """One concept as the demo knows it. checklist: (kind, label, weight, more fields)."""

    key: str
    title: str
    sector: str
    weeks: tuple[int, int]
    occupations: tuple[str, ...]
    gives: tuple[str, ...]
    purpose: str
    target_group: str
    entry: str
    topics: tuple[str, ...]
    outlook: str
    county: str = "Oslo"
    minimum_oral: str = ""
    minimum_reason: str = ""
    language_support: str = ""
    usual_shifts: tuple[str, ...] = ()
    source: str = ""
    checklist: tuple = field(default=())


SPECS = [
    Spec(
        key="kafe",
        title="Kafé og kantine med praksis",
        sector="hospitality",
        weeks=(11, 7),
        occupations=("9510", "9412", "5132"),
        gives=("kursbevis_kafe", "hygiene"),
        purpose="Gi grunnleggende kunnskap og praktiske ferdigheter i kantine-, kafé- og baristafaget, trening i å søke"
        " jobb og kjennskap til arbeidsmarkedet, slik at deltakerne kommer i jobb i bransjen.",
        target_group="Arbeidssøkere som ønsker og trenger å kvalifisere seg for arbeid i kantine, kafé eller kaffebar.",
        entry="Ingen spesielle opptakskrav. Deltakere med norsk som andrespråk må kunne nok norsk til å følge"
        " undervisningen.",
        topics=(
            "Praktisk kantinearbeid", "Hygiene, renhold og mikrobiologi", "Menyer: sammensetning og innhold",
            "Internkontroll", "Service, salg og gjestebehandling", "Lover og regler i bransjen", "Innkjøp og budsjett",
            "Betalingssystemer", "Innredning og presentasjon av varer", "Jobbsøking",
        ),
        usual_shifts=("evenings", "weekends"),
        outlook="Mange jobber i kantine og kafé er deltid eller ekstravakter i starten. De som får jobb, får den oftest"
        " der de har hatt praksis. Spør om arbeidsgiveren har planer om å ansette før praksisen avtales.",
        source=SOURCE,
        checklist=(
            (Kind.NORWEGIAN, "Forstår og gjør seg forstått muntlig på norsk (A2)", 2, {"skill": "oral", "level": "A2"}),
            (Kind.GOAL, "Ønsker jobb i kafé, kantine eller kjøkken", 3, {"occupations": ("9510", "9412", "5132", "5131")}),
            (Kind.HOURS, "Kan møte 30 timer i uka", 2, {"hours": 30}),
            (Kind.EXPERIENCE, "Har arbeidet i servering, kjøkken eller butikk", 1,
             {"months": 3, "occupations": ("9510", "9412", "5120", "5131", "5223")}),
            (Kind.JUDGED, "Kan stå og gå det meste av dagen i arbeidet", 1, {}),
        ),
    ),
    Spec(
        key="pleie",
        title="Pleie og omsorg for minoritetsspråklige",
        sector="health",
        weeks=(16, 8),
        occupations=("5329", "5322"),
        gives=("kursbevis_pleie", "forstehjelp", "norsk_muntlig_b1", "norsk_skriftlig_b1"),
        purpose="Gi arbeidssøkere med norsk som andrespråk kunnskap og ferdigheter for arbeid i pleie og omsorg. En"
        " vesentlig del av deltakerne forventes å være i ordinært arbeid når kurset er slutt.",
        target_group="Arbeidssøkere med innvandrerbakgrunn som ønsker å arbeide i pleie og omsorg.",
        entry="Må kunne nok norsk til å følge undervisningen og fungere i yrket etterpå. Bestått norskprøve 3 er en"
        " fordel.",
        topics=(
            "Pleie og omsorg i praksis", "Miljøarbeid", "Kommunikasjon og samhandling", "Eldreomsorg",
            "Utviklingshemming", "Psykisk helsevern", "Funksjonsnedsettelser", "Anatomi og fysiologi", "Sykdomslære",
            "Hygiene", "Ernæring", "Førstehjelp", "Brukerrettigheter og lovverk", "Norsk og norskprøve",
        ),
        usual_shifts=("evenings", "nights", "weekends"),
        outlook="Kurset fører normalt til vikariater, tilkalling og andre midlertidige jobber, ofte 20–40 prosent i"
        " starten. Fast jobb på sykehjem krever fagbrev som helsefagarbeider. Kurset kan være et første steg dit.",
        minimum_oral="A2",
        minimum_reason=f"Må kunne ta imot beskjeder og snakke med beboerne. {ASSUMED}.",
        language_support="Hjelp med norsk hele kurset, og kurset betaler norskprøven.",
        source=SOURCE,
        checklist=(
            (Kind.NORWEGIAN, "Norsk muntlig på nivå B1 eller bedre", 3, {"skill": "oral", "level": "B1"}),
            (Kind.NORWEGIAN, "Kan lese enkle rapporter på norsk (A2)", 2, {"skill": "reading", "level": "A2"}),
            (Kind.GOAL, "Ønsker jobb i pleie og omsorg", 3, {"occupations": ("5329", "5321", "5322")}),
            (Kind.HOURS, "Kan møte 30 timer i uka", 2, {"hours": 30}),
            (Kind.JUDGED, "Har snakket om hva arbeidet på et sykehjem går ut på, og vil prøve det", 2, {}),
        ),
    ),
    Spec(
        key="truck",
        title="Truckfører",
        sector="industry",
        weeks=(4, 4),
        occupations=("8344", "4321"),
        gives=("truckforerbevis",),
        purpose="Gi sertifisert opplæring som truckfører T1–T4 og øvelse i lagerarbeid.",
        target_group="Arbeidssøkere som vil arbeide på lager eller terminal.",
        entry="Må kunne lese sikkerhetsinstrukser på norsk.",
        topics=("Sikkerhet og lovverk", "Trucktyper T1–T4", "Kjøring i praksis", "Lagersystemer", "Jobbsøking"),
        outlook="Mange i området har truckførerbevis. Beviset alene gir sjelden jobb; arbeidserfaring fra lager teller.",
        checklist=(
            (Kind.GOAL, "Ønsker jobb på lager eller som truckfører", 3, {"occupations": ("8344", "4321", "9333")}),
            (Kind.HOURS, "Kan møte 30 timer i uka", 1, {"hours": 30}),
            (Kind.EXPERIENCE, "Har arbeidet på lager, i industri eller transport", 2,
             {"months": 3, "occupations": ("4321", "9333", "8344", "9329")}),
            (Kind.NORWEGIAN, "Kan lese sikkerhetsinstrukser på norsk (A2)", 2, {"skill": "reading", "level": "A2"}),
        ),
    ),
    Spec(
        key="regnskap",
        title="Regnskapsmedarbeider",
        sector="office",
        weeks=(14, 6),
        occupations=("3313", "4311"),
        gives=("kursbevis_regnskap",),
        purpose="Gi oppdatert kunnskap om regnskap, lønn og digitale regnskapssystemer.",
        target_group="Arbeidssøkere med utdanning eller erfaring fra økonomi eller kontor.",
        entry="Videregående skole eller tilsvarende, og gode digitale ferdigheter.",
        topics=("Bokføring", "Lønn", "Merverdiavgift", "Regnskapssystemer", "Regneark", "Jobbsøking"),
        outlook="Konkurrerer med nyutdannede med høyere utdanning. Erfaring fra regnskap i Norge teller mest.",
        minimum_reason=f"Må kunne skrive til kunder og myndigheter. {ASSUMED}.",
        checklist=(
            (Kind.EDUCATION, "Har fullført videregående skole", 2, {"education_level": "upper_secondary"}),
            (Kind.NORWEGIAN, "Kan skrive norsk på nivå B1 eller bedre", 2, {"skill": "writing", "level": "B1"}),
            (Kind.GOAL, "Ønsker jobb i regnskap eller økonomi", 3, {"occupations": ("3313", "4311", "4110")}),
            (Kind.EXPERIENCE, "Har arbeidet med regnskap eller på kontor", 2,
             {"months": 6, "occupations": ("3313", "4311", "4110")}),
            (Kind.JUDGED, "Bruker regneark og e-post til daglig", 1, {}),
        ),
    ),
    Spec(
        key="barnehage",
        title="Barnehageassistent",
        sector="children",
        weeks=(10, 8),
        occupations=("5311", "5312"),
        gives=("kursbevis_barnehage", "forstehjelp"),
        purpose="Gi kunnskap om barns utvikling, lek og omsorg, og øvelse i arbeid i barnehage.",
        target_group="Arbeidssøkere som vil arbeide med barn.",
        entry="Politiattest uten merknad. Må kunne snakke norsk med barn og foreldre.",
        topics=("Barns utvikling", "Lek og læring", "Språk", "Samarbeid med foreldre", "Førstehjelp", "Jobbsøking"),
        outlook="Fører oftest til vikariater og ekstravakter. Fagbrev gir bedre mulighet for fast jobb.",
        minimum_oral="A2",
        minimum_reason=f"Må kunne snakke med barn og foreldre. {ASSUMED}.",
        language_support="Norsk er en del av undervisningen.",
        checklist=(
            (Kind.NORWEGIAN, "Norsk muntlig på nivå B1 eller bedre", 3, {"skill": "oral", "level": "B1"}),
            (Kind.GOAL, "Ønsker jobb med barn", 3, {"occupations": ("5311", "5312", "3412")}),
            (Kind.HOURS, "Kan møte 30 timer i uka", 2, {"hours": 30}),
            (Kind.CERTIFICATE, "Har gyldig politiattest", 1, {"qualification": "politiattest"}),
        ),
    ),
    Spec(
        key="vaktmester",
        title="Vaktmester",
        sector="service",
        weeks=(12, 6),
        occupations=("5153",),
        gives=("kursbevis_vaktmester",),
        purpose="Gi kunnskap om drift, vedlikehold og enkel reparasjon av bygg.",
        target_group="Arbeidssøkere som vil arbeide med drift av bygg og uteområder.",
        entry="Førerkort klasse B er en fordel.",
        topics=("Drift av bygg", "Vedlikehold", "Brannvern", "Uteområder", "Service", "Jobbsøking"),
        outlook="Det er få ledige stillinger i året. Førerkort og erfaring fra bygg gir fortrinn.",
        checklist=(
            (Kind.GOAL, "Ønsker jobb som vaktmester", 3, {"occupations": ("5153", "9313")}),
            (Kind.CERTIFICATE, "Har førerkort klasse B", 2, {"qualification": "forerkort_b"}),
            (Kind.EXPERIENCE, "Har arbeidet i bygg eller med renhold", 2,
             {"months": 6, "occupations": ("9313", "7131", "7115", "9112")}),
            (Kind.HOURS, "Kan møte 30 timer i uka", 1, {"hours": 30}),
        ),
    ),
    Spec(
        key="kafe_akershus",
        title="Kantine og kjøkken",
        sector="hospitality",
        weeks=(8, 8),
        occupations=("9510", "9412"),
        gives=("kursbevis_kafe", "hygiene"),
        purpose="Kort vei til arbeid i kantine og kjøkken, med praksis fra første måned.",
        target_group="Arbeidssøkere som vil arbeide i kantine eller kjøkken.",
        entry="Ingen spesielle krav.",
        topics=("Kantinearbeid", "Hygiene", "Service", "Jobbsøking"),
        outlook="Mest deltid og ekstravakter i starten.",
        county="Akershus",
        checklist=(
            (Kind.GOAL, "Ønsker jobb i kantine eller kjøkken", 3, {"occupations": ("9510", "9412", "5132", "5131")}),
            (Kind.HOURS, "Kan møte 30 timer i uka", 2, {"hours": 30}),
        ),
    ),
]  # fmt: skip

# key: provider, contract number, first day, last day (weeks from now)
CONTRACTS = {
    "kafe": ("fagbroen", "OSL-2025-11", -78, 52),
    "pleie": ("fagbroen", "OSL-2025-12", -30, 74),
    "pleie_old": ("lofte", "OSL-2022-07", -186, -30),
    "truck": ("lofte", "OSL-2025-20", -60, 44),
    "regnskap": ("nymark", "OSL-2025-21", -60, 44),
    "barnehage": ("lofte", "OSL-2025-22", -60, 44),
    "vaktmester": ("nymark", "OSL-2025-23", -60, 8),
    "kafe_akershus": ("nymark", "AKE-2025-03", -60, 44),
}


def build(world: World) -> None:
    """Policies, concepts and contracts."""
    for engine in PolicyVersion.Engine:
        policy_row(engine=engine, day=world.today)
    for spec in SPECS:
        world.concepts[spec.key] = _concept(world, spec)
    for key, (provider, number, first, last) in CONTRACTS.items():
        world.contracts[key] = _contract(world, key, provider, number, first, last)


def _concept(world: World, spec: Spec) -> Concept:
    concept = Concept.objects.create(
        public_id=world.uuid(),
        county=world.counties[spec.county],
        title=spec.title,
        sector=world.sectors[spec.sector],
        purpose=spec.purpose,
        target_group=spec.target_group,
        entry_requirements=spec.entry,
        minimum_oral=spec.minimum_oral,
        minimum_reason=spec.minimum_reason,
        theory_weeks=spec.weeks[0],
        placement_weeks=spec.weeks[1],
        topics=list(spec.topics),
        language_support=spec.language_support,
        outlook=spec.outlook,
        usual_shifts=list(spec.usual_shifts),
        source=spec.source,
    )
    concept.occupations.set([world.occupations[code] for code in spec.occupations])
    concept.gives.set([world.qualifications[code] for code in spec.gives])
    for order, (kind, label, weight, more) in enumerate(spec.checklist):
        fields = dict(more)
        occupations = fields.pop("occupations", ())
        if "qualification" in fields:
            fields["qualification"] = world.qualifications[fields["qualification"]]
        item = ChecklistItem(
            public_id=world.uuid(), concept=concept, order=order, kind=kind, label=label, weight=weight, **fields
        )
        item.full_clean()
        item.save()
        item.occupations.set([world.occupations[code] for code in occupations])
    return concept


def _contract(world: World, key: str, provider: str, number: str, first: int, last: int) -> Contract:
    starts_on = world.monday(first)
    over = last < 0
    return Contract.objects.create(
        public_id=world.uuid(),
        number=number,
        provider=world.providers[provider],
        concept=world.concepts[key.removesuffix("_old")],
        starts_on=starts_on,
        ends_on=world.monday(last) - dt.timedelta(days=1),
        status=Contract.Status.ENDED if over else Contract.Status.ACTIVE,
        announced_on=starts_on - dt.timedelta(weeks=30),
        deadline_on=starts_on - dt.timedelta(weeks=22),
        awarded_on=starts_on - dt.timedelta(weeks=14),
        places_bought=120,
        price_model="Pris per brukt plass per uke",
    )
