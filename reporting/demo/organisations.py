"""Oslo with its fifteen district offices, a neighbouring county, three course providers, and the demo users."""

from amo.models import County, Membership, Office, Provider, Role, User
from participants.identity import person_hash
from reporting.demo.world import World

DISTRICTS = [
    "Alna", "Bjerke", "Frogner", "Gamle Oslo", "Grorud", "Grünerløkka", "Nordre Aker", "Nordstrand", "Sagene",
    "St. Hanshaugen", "Stovner", "Søndre Nordstrand", "Ullern", "Vestre Aker", "Østensjø",
]  # fmt: skip
NEIGHBOURS = ["Asker", "Lillestrøm", "Nordre Follo"]
PROVIDERS = [
    ("fagbroen", "Fagbroen Kurs AS", "kontakt@fagbroen.example"),
    ("lofte", "Løfte Læring AS", "post@lofte.example"),
    ("nymark", "Nymark Kompetanse AS", "post@nymark.example"),
]

# username: (first name, last name, [(role, where)])
DEMO_USERS = {
    "demo.ingrid": ("Ingrid", "Solheim", [(Role.CASEWORKER, "Gamle Oslo")]),
    "demo.jonas": ("Jonas", "Aaberg", [(Role.CASEWORKER, "Gamle Oslo")]),
    "demo.farid": ("Farid", "Haugen", [(Role.CASEWORKER, "Grünerløkka")]),
    "demo.kari": ("Kari", "Østby", [(Role.OFFICE_LEAD, "Gamle Oslo"), (Role.CASEWORKER, "Gamle Oslo")]),
    "demo.marit": ("Marit", "Fjeld", [(Role.COUNTY_STAFF, "Oslo")]),
    "demo.tore": ("Tore", "Ness", [(Role.COUNTY_STAFF, "Oslo")]),
    "demo.silje": ("Silje", "Vik", [(Role.COUNTY_STAFF, "Akershus")]),
    "demo.berit": ("Berit", "Lunde", [(Role.PROVIDER_LEAD, "fagbroen")]),
    "demo.amina": ("Amina", "Strand", [(Role.PROVIDER_INSTRUCTOR, "fagbroen")]),
    "demo.pal": ("Pål", "Rønning", [(Role.PROVIDER_INSTRUCTOR, "fagbroen")]),
    "demo.geir": ("Geir", "Moe", [(Role.PROVIDER_LEAD, "lofte")]),
    "demo.admin": ("Anne", "Dahl", [(Role.ADMINISTRATOR, "")]),
}


def organisation_number(n: int) -> str:
    """The n-th number with a valid check digit in a series (8xx xxx xxx) that holds no real one used here."""
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    found = -1
    base = 83100000
    while True:
        digits = [int(digit) for digit in str(base)]
        rest = 11 - sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if rest != 10:
            found += 1
            if found == n:
                return f"{base}{0 if rest == 11 else rest}"
        base += 1


def build(world: World) -> None:
    """Counties, offices, providers and everybody who works there."""
    for number, name in (("03", "Oslo"), ("32", "Akershus")):
        world.counties[name] = County.objects.create(public_id=world.uuid(), number=number, name=name)
    for county, names, first in (("Oslo", DISTRICTS, 301), ("Akershus", NEIGHBOURS, 3201)):
        for position, name in enumerate(names):
            world.offices[name] = Office.objects.create(
                public_id=world.uuid(),
                number=f"{first + position:04d}",
                name=f"Nav {name}",
                county=world.counties[county],
            )
    for position, (key, name, email) in enumerate(PROVIDERS):
        world.providers[key] = Provider.objects.create(
            public_id=world.uuid(),
            organisation_number=organisation_number(position),
            name=name,
            email=email,
            phone=f"21 00 00 0{position + 1}",
        )
    for username, (first_name, last_name, memberships) in DEMO_USERS.items():
        user = _user(world, username, first_name, last_name)
        for position, (role, where) in enumerate(memberships):
            key = username if position == 0 else f"{username}.{position}"
            world.members[key] = _membership(world, user, role, where)
    _colleagues(world)


def _user(world: World, username: str, first_name: str, last_name: str) -> User:
    user = User(
        public_id=world.uuid(),
        username=username,
        first_name=first_name,
        last_name=last_name,
        email=f"{username}@kurslop.example",
    )
    user.set_unusable_password()
    user.save()
    return user


def _membership(world: World, user: User, role: str, where: str) -> Membership:
    scope = {}
    if role in {Role.CASEWORKER, Role.OFFICE_LEAD}:
        scope = {"office": world.offices[where]}
    elif role == Role.COUNTY_STAFF:
        scope = {"county": world.counties[where]}
    elif where:
        scope = {"provider": world.providers[where]}
    lead = role == Role.OFFICE_LEAD
    return Membership.objects.create(
        public_id=world.uuid(),
        user=user,
        role=role,
        starts_on=world.day(-900),
        sees_confidential=lead,
        sees_shielded=lead,
        **scope,
    )


def _colleagues(world: World) -> None:
    """One caseworker at each office that has no demo user, so that every person has somebody."""
    staffed = {member.office_id for member in world.members.values() if member.role == Role.CASEWORKER}
    for name, office in world.offices.items():
        if office.pk not in staffed:
            first, last = world.faker.first_name(), world.faker.last_name()
            user = _user(world, f"veileder.{office.number}", first, last)
            world.members[f"office:{name}"] = _membership(world, user, Role.CASEWORKER, name)


def link_own_file(world: World) -> None:
    """Kari at Gamle Oslo is herself in the files: she cannot open her own (06-access)."""
    user = world.members["demo.kari"].user
    own = next(person for person in world.people if person.office_id == world.offices["Gamle Oslo"].pk)
    user.person_hash = person_hash(own.national_id)
    user.save(update_fields=["person_hash"])
