"""The sheet a mentor gets: what to do on the first day, in the first week and each week, and whom to call (L12).

Own words, in bokmål and nynorsk, on one page. It names the workplace and who follows up, and never a participant.
"""

from dataclasses import dataclass

from amo import clock
from amo.models import Membership, Role
from courses.models import IntakeAssignment
from placements.models import GuideHandOut, Placement

Language = GuideHandOut.Language


@dataclass(frozen=True)
class Words:
    """The guide in one language. sections: (heading, points)."""

    title: str
    lead: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    call: str
    who: str
    phone: str
    email: str
    provider: str
    no_phone: str
    footer: str


BOKMAL = Words(
    title="Til deg som er fadder",
    lead="Du er den på arbeidsplassen som viser, forklarer og følger med. Du trenger ikke være lærer. Det viktigste er at "
    "deltakeren vet hvem hen kan spørre, og får vite hva som er bra og hva som må øves på.",
    sections=(
        (
            "Første dag",
            (
                "Ta imot ved døra. Vis garderobe, pauserom, toalett og hvor dere møtes.",
                "Presenter kollegene, og si hvem som svarer når du er borte.",
                "Gå gjennom arbeidstid, pauser, arbeidsklær, hygiene og sikkerhet.",
                "Gi én oppgave som kan lykkes samme dag.",
            ),
        ),
        (
            "Første uke",
            (
                "Vis først, gjør det så sammen, la deltakeren gjøre det alene mens du ser på.",
                "Be deltakeren forklare med egne ord. Et ja betyr ikke alltid at det er forstått.",
                "Se på opplæringsplanen sammen, og velg to eller tre steg å begynne med.",
            ),
        ),
        (
            "Hver uke",
            (
                "Sett av et kvarter til en prat på en fast dag.",
                "Si hva som gikk bra, hva som skal øves på, og hva som er nytt neste uke.",
                "Slipp til på flere oppgaver etter hvert. Mer ansvar lærer mer enn mer av det samme.",
                "Snakk norsk, rolig og tydelig, også når det hadde gått fortere på et annet språk.",
            ),
        ),
        (
            "Når du gir tilbakemelding",
            (
                "Si det samme dag, på tomannshånd, og om det som ble gjort, ikke om hvordan noen er.",
                "Vær konkret: «Kjølerommet sto åpent. Lukk det hver gang.» Si også hva som er bra, og hvorfor.",
                "Må noe bli bedre for at en jobb skal være mulig, så si det tidlig. Da er det tid til å øve.",
            ),
        ),
        (
            "Ved fravær",
            (
                "Deltakeren skal si fra til deg før arbeidstiden starter.",
                "Har du ikke hørt noe, ring kontaktpersonen under samme dag. Da ordner vi resten.",
            ),
        ),
        (
            "Hva vi kan vente av hverandre",
            (
                "Av deltakeren: møter presis, sier fra, spør og prøver.",
                "Av dere: en fadder, opplæringen som er avtalt, og et ærlig svar på om dere kan ansette.",
                "Av oss: vi kommer på besøk, er lette å få tak i, og tar tak når noe ikke virker.",
            ),
        ),
    ),
    call="Ring heller én gang for mye",
    who="Kontaktperson",
    phone="Telefon",
    email="E-post",
    provider="Kursleverandør",
    no_phone="Spør oss om nummeret ved neste besøk",
    footer="Veiledning til fadder",
)

NYNORSK = Words(
    title="Til deg som er fadder",
    lead="Du er den på arbeidsplassen som viser, forklarer og følgjer med. Du treng ikkje vere lærar. Det viktigaste er at "
    "deltakaren veit kven hen kan spørje, og får vite kva som er bra og kva som må øvast på.",
    sections=(
        (
            "Første dag",
            (
                "Ta imot ved døra. Vis garderobe, pauserom, toalett og kvar de møtest.",
                "Presenter kollegaene, og sei kven som svarer når du er borte.",
                "Gå gjennom arbeidstid, pausar, arbeidsklede, hygiene og tryggleik.",
                "Gi éi oppgåve som kan lukkast same dag.",
            ),
        ),
        (
            "Første veke",
            (
                "Vis først, gjer det så saman, lat deltakaren gjere det åleine medan du ser på.",
                "Be deltakaren forklare med eigne ord. Eit ja tyder ikkje alltid at det er forstått.",
                "Sjå på opplæringsplanen saman, og vel to eller tre steg å byrje med.",
            ),
        ),
        (
            "Kvar veke",
            (
                "Set av eit kvarter til ein prat på ein fast dag.",
                "Sei kva som gjekk bra, kva som skal øvast på, og kva som er nytt neste veke.",
                "Slepp til på fleire oppgåver etter kvart. Meir ansvar lærer meir enn meir av det same.",
                "Snakk norsk, roleg og tydeleg, også når det hadde gått fortare på eit anna språk.",
            ),
        ),
        (
            "Når du gir tilbakemelding",
            (
                "Sei det same dag, på tomannshand, og om det som vart gjort, ikkje om korleis nokon er.",
                "Ver konkret: «Kjølerommet stod ope. Lat det att kvar gong.» Sei også kva som er bra, og kvifor.",
                "Må noko bli betre for at ein jobb skal vere mogleg, så sei det tidleg. Da er det tid til å øve.",
            ),
        ),
        (
            "Ved fråvær",
            (
                "Deltakaren skal seie frå til deg før arbeidstida startar.",
                "Har du ikkje høyrt noko, ring kontaktpersonen under same dag. Da ordnar vi resten.",
            ),
        ),
        (
            "Kva vi kan vente av kvarandre",
            (
                "Av deltakaren: møter presis, seier frå, spør og prøver.",
                "Av dykk: ein fadder, opplæringa som er avtalt, og eit ærleg svar på om de kan tilsetje.",
                "Av oss: vi kjem på besøk, er lette å få tak i, og tek tak når noko ikkje verkar.",
            ),
        ),
    ),
    call="Ring heller éin gong for mykje",
    who="Kontaktperson",
    phone="Telefon",
    email="E-post",
    provider="Kursleverandør",
    no_phone="Spør oss om nummeret ved neste besøk",
    footer="Rettleiing til fadder",
)

WORDS = {Language.BOKMAL: BOKMAL, Language.NYNORSK: NYNORSK}


def contact(placement: Placement) -> Membership | None:
    """Who follows up: the class's instructor, or else the course lead; None when the provider has neither. Two queries."""
    intake, today = placement.enrolment.intake, clock.today()
    active = Membership.objects.active_on(today).select_related("user").order_by("pk")
    assigned = IntakeAssignment.objects.active_on(today).filter(intake=intake)
    of_class = active.filter(role=Role.PROVIDER_INSTRUCTOR, pk__in=assigned.values("membership"))
    leads = active.filter(role=Role.PROVIDER_LEAD, provider=intake.contract.provider_id)
    return of_class.first() or leads.first()


def content(placement: Placement, language: str) -> dict:
    """What the page and the PDF show; the participant is not in it."""
    words, provider, person = WORDS[language], placement.enrolment.intake.contract.provider, contact(placement)
    email = (person.user.email if person else "") or provider.email
    facts = [
        (words.who, str(person.user) if person else provider.name),
        (words.phone, provider.phone or words.no_phone),
        *([(words.email, email)] if email else []),
        (words.provider, provider.name),
    ]
    return {
        "language": language,
        "title": words.title,
        "subtitle": placement.employer.name,
        "lead": words.lead,
        "sections": [{"heading": heading, "points": list(points)} for heading, points in words.sections],
        "call": words.call,
        "facts": facts,
        "footer": words.footer,
        "sender": provider.name,
    }
