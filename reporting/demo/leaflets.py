"""The leaflets about the demo's courses, in plain words: bokmål, nynorsk and English (P5, K4).

The course next door has only bokmål, so that the page which says so can be seen. Prospects follow the Fafo report; the
words are our own.
"""

import datetime as dt
import random

from amo import clock
from courses.models import LeafletText, Wish
from participants.models import InformationGiven
from reporting.demo.world import World

Point = InformationGiven.Point

# concept: {language: (title, what, requirements, outlook, practical)}
TEXTS = {
    "kafe": {
        "nb": (
            "Kafé og kantine",
            "Du lærer å lage enkel mat, bake, ta imot gjester og bruke kasse.\n"
            "Du lærer om hygiene, og du lager mat for andre hver uke.\n"
            "Etterpå er du i praksis i en kafé eller kantine. Der prøver du det du har lært.\n"
            "Du får hjelp til å søke jobb hele tiden.",
            "Du trenger ikke å ha jobbet på kjøkken før.\nDu må forstå nok norsk til å følge undervisningen.",
            "De fleste jobber i kafé og kantine er deltid eller ekstravakter i starten.\n"
            "De som får jobb, får den ofte der de har hatt praksis.\n"
            "Vi kan ikke love deg jobb. Spør om arbeidsplassen vil ansette noen før du velger praksis.",
            "Arbeidet kan være på kveld og i helger.\nDu står og går det meste av dagen.\nDu får arbeidsklær. Ta med gode sko.",
        ),
        "nn": (
            "Kafé og kantine",
            "Du lærer å lage enkel mat, bake, ta imot gjester og bruke kasse.\n"
            "Du lærer om hygiene, og du lagar mat for andre kvar veke.\n"
            "Etterpå er du i praksis i ein kafé eller kantine. Der prøver du det du har lært.\n"
            "Du får hjelp til å søkje jobb heile tida.",
            "Du treng ikkje ha jobba på kjøkken før.\nDu må forstå nok norsk til å følgje undervisninga.",
            "Dei fleste jobbane i kafé og kantine er deltid eller ekstravakter i starten.\n"
            "Dei som får jobb, får han ofte der dei har hatt praksis.\n"
            "Vi kan ikkje love deg jobb. Spør om arbeidsplassen vil tilsetje nokon før du vel praksis.",
            "Arbeidet kan vere på kveld og i helger.\nDu står og går det meste av dagen.\nDu får arbeidsklede. Ta med gode sko.",
        ),
        "en": (
            "Café and canteen",
            "You learn to make simple food, bake, serve guests and use the till.\n"
            "You learn about hygiene, and you cook for others every week.\n"
            "Then you have a work placement in a café or canteen. There you try what you have learnt.\n"
            "You get help with looking for a job the whole time.",
            "You do not need to have worked in a kitchen before.\nYou must know enough Norwegian to follow the lessons.",
            "Most jobs in cafés and canteens are part-time or extra shifts at first.\n"
            "People who get a job often get it where they had their placement.\n"
            "We cannot promise you a job. Ask if the workplace plans to hire before you choose it.",
            "The work can be in the evening and at weekends.\n"
            "You stand and walk most of the day.\nYou get work clothes. Bring good shoes.",
        ),
    },
    "pleie": {
        "nb": (
            "Pleie og omsorg",
            "Du lærer å hjelpe eldre og syke med stell, mat og hverdagen.\n"
            "Du lærer om kroppen, hygiene og førstehjelp.\n"
            "Du får norskundervisning hele kurset, og kurset betaler norskprøven.\n"
            "Etterpå er du i praksis på et sykehjem eller i hjemmetjenesten.",
            "Du må kunne ta imot beskjeder og snakke med dem du hjelper.\n"
            "Det er en fordel å ha bestått norskprøve muntlig og skriftlig på B1.",
            "Kurset fører oftest til ringevakter og vikariater, ofte 20–40 prosent i starten.\n"
            "Fast jobb på sykehjem krever fagbrev som helsefagarbeider. Det tar flere år.\n"
            "Sykehjemmene i Oslo har spurt etter bestått norskprøve på B1, også for ringevakter.\n"
            "Spør veilederen din hva som kreves nå.",
            "Arbeidet er ofte på kveld, natt og i helger.\nDu må vise politiattest før praksisen.",
        ),
        "nn": (
            "Pleie og omsorg",
            "Du lærer å hjelpe eldre og sjuke med stell, mat og kvardagen.\n"
            "Du lærer om kroppen, hygiene og førstehjelp.\n"
            "Du får norskundervisning heile kurset, og kurset betaler norskprøva.\n"
            "Etterpå er du i praksis på ein sjukeheim eller i heimetenesta.",
            "Du må kunne ta imot beskjedar og snakke med dei du hjelper.\n"
            "Det er ein fordel å ha bestått norskprøve munnleg og skriftleg på B1.",
            "Kurset fører oftast til ringevakter og vikariat, ofte 20–40 prosent i starten.\n"
            "Fast jobb på sjukeheim krev fagbrev som helsefagarbeidar. Det tek fleire år.\n"
            "Sjukeheimane i Oslo har spurt etter bestått norskprøve på B1, òg for ringevakter.\n"
            "Spør rettleiaren din kva som blir kravd no.",
            "Arbeidet er ofte på kveld, natt og i helger.\nDu må vise politiattest før praksisen.",
        ),
        "en": (
            "Care work",
            "You learn to help old and ill people with washing, food and daily life.\n"
            "You learn about the body, hygiene and first aid.\n"
            "You have Norwegian lessons the whole course, and the course pays for the language test.\n"
            "Then you have a work placement in a nursing home or in home care.",
            "You must be able to take messages and talk with the people you help.\n"
            "It helps to have passed the Norwegian test, oral and written, at level B1.",
            "The course mostly leads to being called in when needed and to cover jobs, often 20–40 per cent at first.\n"
            "A permanent job in a nursing home needs a trade certificate in health care. That takes several years.\n"
            "Oslo's nursing homes have asked for the B1 test, also for on-call work. Ask your adviser what is required now.",
            "Work is often in the evening, at night and at weekends.\nYou must show a police certificate before the placement.",
        ),
    },
    "truck": {
        "nb": (
            "Truckfører",
            "Du lærer å kjøre truck trygt, og du tar truckførerbevis T1–T4.\n"
            "Du lærer hvordan et lager virker. Etterpå er du i praksis på et lager.",
            "Du må kunne lese sikkerhetsregler på norsk.",
            "Mange i Oslo har truckførerbevis. Beviset alene gir sjelden jobb.\n"
            "Det er få ledige jobber. Har du jobbet på lager før, er sjansen større.",
            "Du må ha vernesko. Kurset låner dem ut.",
        ),
        "nn": (
            "Truckførar",
            "Du lærer å køyre truck trygt, og du tek truckførarbevis T1–T4.\n"
            "Du lærer korleis eit lager verkar. Etterpå er du i praksis på eit lager.",
            "Du må kunne lese tryggleiksreglar på norsk.",
            "Mange i Oslo har truckførarbevis. Beviset åleine gir sjeldan jobb.\n"
            "Det er få ledige jobbar. Har du jobba på lager før, er sjansen større.",
            "Du må ha vernesko. Kurset låner dei ut.",
        ),
        "en": (
            "Forklift driver",
            "You learn to drive a forklift safely, and you take the licence T1–T4.\n"
            "You learn how a warehouse works. Then you have a work placement in a warehouse.",
            "You must be able to read safety rules in Norwegian.",
            "Many people in Oslo have a forklift licence. The licence alone seldom gives a job.\n"
            "There are few jobs. Your chance is better if you have worked in a warehouse before.",
            "You must wear safety shoes. The course lends you a pair.",
        ),
    },
    "regnskap": {
        "nb": (
            "Regnskapsmedarbeider",
            "Du lærer bokføring, lønn og merverdiavgift.\n"
            "Du øver i de dataprogrammene som brukes i Norge. Etterpå er du i praksis på et kontor.",
            "Du må ha fullført videregående skole, i Norge eller i et annet land.\nDu må kunne skrive norsk på B1.",
            "Du konkurrerer med folk som nettopp har studert økonomi.\n"
            "Erfaring fra regnskap i Norge teller mest. Et vikariat kan være veien inn.",
            "Du sitter ved en datamaskin det meste av dagen.",
        ),
        "nn": (
            "Rekneskapsmedarbeidar",
            "Du lærer bokføring, løn og meirverdiavgift.\n"
            "Du øver i dei dataprogramma som blir brukte i Noreg. Etterpå er du i praksis på eit kontor.",
            "Du må ha fullført vidaregåande skule, i Noreg eller i eit anna land.\nDu må kunne skrive norsk på B1.",
            "Du konkurrerer med folk som nettopp har studert økonomi.\n"
            "Erfaring frå rekneskap i Noreg tel mest. Eit vikariat kan vere vegen inn.",
            "Du sit ved ei datamaskin det meste av dagen.",
        ),
        "en": (
            "Accounts assistant",
            "You learn bookkeeping, pay and value added tax.\n"
            "You practise with the computer programs used in Norway. Then you have a work placement in an office.",
            "You must have finished upper secondary school, in Norway or another country.\n"
            "You must be able to write Norwegian at level B1.",
            "You compete with people who have just finished a degree in economics.\n"
            "Experience with accounts in Norway counts most. A cover job can be a way in.",
            "You sit at a computer most of the day.",
        ),
    },
    "barnehage": {
        "nb": (
            "Barnehageassistent",
            "Du lærer om barn, lek og omsorg.\n"
            "Du øver på norsk som du trenger med barn og foreldre. Etterpå er du i praksis i en barnehage.",
            "Du må ha politiattest uten merknad.\nDu må kunne snakke norsk med barn og foreldre (A2).",
            "Kurset fører oftest til vikariater og ekstravakter.\n"
            "Med fagbrev som barne- og ungdomsarbeider er det lettere å få fast jobb.",
            "Du er mye ute. Ta med klær som tåler regn.",
        ),
        "nn": (
            "Barnehageassistent",
            "Du lærer om barn, leik og omsorg.\n"
            "Du øver på norsk som du treng med barn og foreldre. Etterpå er du i praksis i ein barnehage.",
            "Du må ha politiattest utan merknad.\nDu må kunne snakke norsk med barn og foreldre (A2).",
            "Kurset fører oftast til vikariat og ekstravakter.\n"
            "Med fagbrev som barne- og ungdomsarbeidar er det lettare å få fast jobb.",
            "Du er mykje ute. Ta med klede som toler regn.",
        ),
        "en": (
            "Kindergarten assistant",
            "You learn about children, play and care.\n"
            "You practise the Norwegian you need with children and parents. Then you have a placement in a kindergarten.",
            "You must have a police certificate without remarks.\n"
            "You must be able to speak Norwegian with children and parents (A2).",
            "The course mostly leads to cover jobs and extra shifts.\n"
            "With a trade certificate in child care it is easier to get a permanent job.",
            "You are outdoors a lot. Bring clothes for rain.",
        ),
    },
    "vaktmester": {
        "nb": (
            "Vaktmester",
            "Du lærer å ta vare på bygg: små reparasjoner, varme, brannvern og uteområder.\n"
            "Etterpå er du i praksis hos en vaktmester.",
            "Førerkort klasse B er nødvendig i de fleste jobbene.",
            "Det er få ledige jobber i året.\nFørerkort og erfaring fra bygg gir deg et fortrinn.",
            "Du arbeider både inne og ute, hele året.",
        ),
        "nn": (
            "Vaktmeister",
            "Du lærer å ta vare på bygg: små reparasjonar, varme, brannvern og uteområde.\n"
            "Etterpå er du i praksis hos ein vaktmeister.",
            "Førarkort klasse B er nødvendig i dei fleste jobbane.",
            "Det er få ledige jobbar i året.\nFørarkort og erfaring frå bygg gir deg ein fordel.",
            "Du arbeider både inne og ute, heile året.",
        ),
        "en": (
            "Caretaker",
            "You learn to look after buildings: small repairs, heating, fire safety and outdoor areas.\n"
            "Then you have a work placement with a caretaker.",
            "Most jobs need a driving licence, class B.",
            "There are few jobs in a year.\nA driving licence and experience from building work help you.",
            "You work both indoors and outdoors, all year.",
        ),
    },
    "kafe_akershus": {
        "nb": (
            "Kantine og kjøkken",
            "Du lærer arbeid i kantine og kjøkken, hygiene og service.\nDu er i praksis fra den første måneden.",
            "",
            "De fleste får deltid eller ekstravakter i starten.",
            "Ta med gode sko.",
        ),
    },
}


def build(world: World) -> None:
    """The texts, written by the county staff who keep the course."""
    rows = []
    for key, languages in TEXTS.items():
        concept = world.concepts[key]
        editor = world.members["demo.marit" if concept.county == world.counties["Oslo"] else "demo.silje"]
        for language, (title, what, requirements, outlook, practical) in languages.items():
            rows.append(
                LeafletText(
                    public_id=world.uuid(),
                    concept=concept,
                    language=language,
                    title=title,
                    what=what,
                    requirements=requirements,
                    outlook=outlook,
                    practical=practical,
                    updated_by=editor,
                    updated_at=world.at(world.day(-60)),
                )
            )
    LeafletText.objects.bulk_create(rows)


def told(world: World) -> None:
    """Those who have applied were told about the course first: what it leads to, and the leaflet in hand (P5, K4)."""
    chance = random.Random(world.seed)
    wishes = Wish.objects.filter(rank=1).select_related(
        "application__participant__caseworker", "application__participant__registered_by", "intake__contract__concept"
    )
    rows = []
    for wish in wishes.order_by("application__created_at", "pk"):
        person, concept = wish.application.participant, wish.intake.contract.concept
        if chance.random() < 0.3:
            continue
        sent = wish.application.created_at.astimezone(clock.OSLO).date()
        rows.append(
            InformationGiven(
                participant=person,
                kind=InformationGiven.Kind.COURSE,
                subject=concept.title,
                subject_id=concept.public_id,
                points=[Point.WHAT, Point.PROSPECTS, Point.MAY_DECLINE, Point.LEAFLET],
                said=concept.outlook,
                language=person.interpreter_language,
                with_interpreter=bool(person.interpreter_language),
                given_on=sent - dt.timedelta(days=chance.randint(0, 10)),
                given_by=person.caseworker or person.registered_by,
            )
        )
    InformationGiven.objects.bulk_create(rows)
