"""Forty employers with different motives, channels and numbers of slots (L1)."""

from placements.models import Employer
from reporting.demo.organisations import organisation_number
from reporting.demo.world import World

NAMES = {
    "health": [
        "Solbakken sykehjem", "Lindelia sykehjem", "Furulund omsorgssenter", "Bjørkheim sykehjem", "Åsgard bosenter",
        "Kastanjen sykehjem", "Østre hage omsorgsboliger", "Rosenlia sykehjem", "Havnegata hjemmetjeneste",
        "Skogbrynet bo og omsorg", "Myrhaug sykehjem", "Vårstua dagsenter",
    ],
    "hospitality": [
        "Personalkantina på Tårnet", "Kafé Kornblomst", "Bryggen kantine", "Kaffebaren Ni", "Skolekantina Vest",
        "Lunsjrommet Nydalen", "Kafé Ærlig", "Hotellkjøkkenet Fjordgløtt", "Museumskafeen Loftet", "Kantina på Kaia",
        "Sentralkjøkkenet Øst", "Kafé Solsikka",
    ],
    "children": ["Tusenfryd barnehage", "Lekestua barnehage", "Maurtua barnehage", "Regnbuen barnehage"],
    "industry": ["Nordlageret AS", "Terminalen på Alnabru AS", "Varehallen AS", "Fryselageret Sør AS"],
    "office": ["Tallhuset Regnskap AS", "Balansen Økonomi AS", "Kontorfellesskapet Torget AS"],
    "service": ["Gårdsdrift Oslo AS", "Eiendomsservice Øst AS", "Bydrift vaktmestertjeneste AS"],
    "retail": ["Kolonialen på hjørnet AS", "Sportsbua AS"],
}  # fmt: skip
# The canteen that lets a new trainee in the week before the last one leaves, and hires none (the report, chapter 2).
HIRES_NOBODY = "Personalkantina på Tårnet"
# The group that the hiring requirements of the report name.
NURSING_HOMES = "Sykehjemsetaten i Oslo"
# The nursing home that had twenty-five applications in a week, and takes them through the provider only.
SOUGHT_AFTER = "Solbakken sykehjem"


def build(world: World) -> None:
    """Employers by sector; the nursing homes belong to the group the hiring requirements name."""
    n = 10
    for sector, names in NAMES.items():
        for name in names:
            employer = Employer(
                public_id=world.uuid(),
                organisation_number=organisation_number(n),
                name=name,
                sector=world.sectors[sector],
                employer_group=NURSING_HOMES if "sykehjem" in name else "",
                address=f"{world.random.choice(['Storgata', 'Parkveien', 'Skippergata', 'Elvebakken'])} "
                f"{world.random.randint(1, 90)}, {'Oslo'}",
                motives=world.random.sample(list(Employer.Motive.values), world.random.randint(1, 3)),
                channel=world.pick({"both": 4, "direct": 2, "through_provider": 3}),
                slots=world.random.randint(2, 5),
                contact_name=world.faker.name(),
                contact_phone=f"22 {world.random.randint(10, 99)} {world.random.randint(10, 99)} 00",
                contact_email="post@arbeidsgiver.example",
            )
            if name == HIRES_NOBODY:
                employer.motives, employer.slots = [Employer.Motive.RELIEF], 2
            if name == SOUGHT_AFTER:
                employer.motives, employer.channel = [Employer.Motive.RECRUIT], Employer.Channel.THROUGH_PROVIDER
            world.employers.append(employer)
            n += 1
    Employer.objects.bulk_create(world.employers)
