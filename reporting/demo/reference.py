"""Sectors in NAV's list, about sixty occupations by STYRK-08 code, and kinds of qualification."""

from amo.models import Occupation, QualificationType, Sector
from reporting.demo.world import World

SECTORS = {
    "health": "Helse, pleie og omsorg",
    "children": "Barne- og ungdomsarbeid",
    "office": "Kontorarbeid",
    "retail": "Butikk og salg",
    "construction": "Bygg og anlegg",
    "industry": "Industri",
    "hospitality": "Reiseliv, servering og transport",
    "service": "Serviceyrker",
    "it": "Ingeniør og IKT",
    "other": "Andre",
}

OCCUPATIONS = {
    "health": [
        ("5321", "Helsefagarbeider"), ("5329", "Pleieassistent"), ("5322", "Hjemmehjelp"), ("3256", "Helsesekretær"),
        ("2223", "Sykepleier"), ("2224", "Vernepleier"), ("3213", "Reseptarfarmasøyt"), ("3258", "Ambulansearbeider"),
    ],
    "children": [
        ("5311", "Barnehageassistent"), ("5312", "Skoleassistent"), ("2342", "Barnehagelærer"), ("3412", "Miljøarbeider"),
        ("2341", "Grunnskolelærer"),
    ],
    "office": [
        ("3313", "Regnskapsmedarbeider"), ("4110", "Kontormedarbeider"), ("4311", "Økonomimedarbeider"),
        ("4222", "Kundesentermedarbeider"), ("4226", "Resepsjonist"), ("2411", "Revisor eller regnskapsrådgiver"),
        ("4131", "Dataregistrerer"), ("3343", "Sekretær"), ("4312", "Forsikringsmedarbeider"),
    ],
    "retail": [
        ("5223", "Butikkmedarbeider"), ("5230", "Kassemedarbeider"), ("5222", "Butikkleder"), ("3322", "Selger"),
        ("5243", "Dørselger"), ("5246", "Gatekjøkkenmedarbeider"),
    ],
    "construction": [
        ("7115", "Tømrer"), ("7131", "Maler"), ("7411", "Elektriker"), ("9313", "Hjelpearbeider i bygg"),
        ("7126", "Rørlegger"), ("7112", "Murer"), ("8342", "Anleggsmaskinfører"), ("7119", "Stillasbygger"),
    ],
    "industry": [
        ("8344", "Truckfører"), ("4321", "Lagermedarbeider"), ("8160", "Operatør i næringsmiddelproduksjon"),
        ("7212", "Sveiser"), ("9329", "Hjelpearbeider i industri"), ("7511", "Slakter"), ("7512", "Baker"),
        ("9333", "Laste- og lossearbeider"),
    ],
    "hospitality": [
        ("9412", "Kjøkkenassistent"), ("5120", "Kokk"), ("5131", "Servitør"), ("5132", "Bartender eller barista"),
        ("8331", "Bussjåfør"), ("8322", "Bil-, drosje- eller varebilfører"), ("8332", "Lastebilsjåfør"),
        ("5151", "Husøkonom"), ("9510", "Kafé- og kantinemedarbeider"),
    ],
    "service": [
        ("5153", "Vaktmester"), ("9112", "Renholder"), ("5414", "Vekter"), ("5141", "Frisør"), ("9123", "Vindusvasker"),
        ("6113", "Gartner"),
    ],
    "it": [("2512", "Programvareutvikler"), ("3512", "IKT-brukerstøtte"), ("3112", "Bygningsingeniør")],
}  # fmt: skip

QUALIFICATIONS = [
    ("norsk_muntlig_a2", "Norskprøve muntlig, nivå A2 (norskprøve 2)", None, "oral:A2"),
    ("norsk_skriftlig_a2", "Norskprøve skriftlig, nivå A2 (norskprøve 2)", None, "written:A2"),
    ("norsk_muntlig_b1", "Norskprøve muntlig, nivå B1 (norskprøve 3)", None, "oral:B1"),
    ("norsk_skriftlig_b1", "Norskprøve skriftlig, nivå B1 (norskprøve 3)", None, "written:B1"),
    ("helsefagarbeider", "Fagbrev som helsefagarbeider", None, ""),
    ("barne_ungdomsarbeider", "Fagbrev som barne- og ungdomsarbeider", None, ""),
    ("truckforerbevis", "Truckførerbevis T1–T4", None, ""),
    ("forerkort_b", "Førerkort klasse B", 15, ""),
    ("hygiene", "Kurs i næringsmiddelhygiene", None, ""),
    ("forstehjelp", "Førstehjelpskurs", 2, ""),
    ("kursbevis_kafe", "Kursbevis, kafé og kantine", None, ""),
    ("kursbevis_pleie", "Kursbevis, pleie og omsorg", None, ""),
    ("kursbevis_regnskap", "Kursbevis, regnskapsmedarbeider", None, ""),
    ("kursbevis_barnehage", "Kursbevis, barnehageassistent", None, ""),
    ("kursbevis_vaktmester", "Kursbevis, vaktmester", None, ""),
    ("politiattest", "Politiattest", 1, ""),
]


def build(world: World) -> None:
    """Everything that is looked up."""
    for code, name in SECTORS.items():
        world.sectors[code] = Sector.objects.create(code=code, name=name)
    for sector, occupations in OCCUPATIONS.items():
        for code, title in occupations:
            world.occupations[code] = Occupation.objects.create(code=code, title=title, sector=world.sectors[sector])
    for code, name, years, norwegian in QUALIFICATIONS:
        world.qualifications[code] = QualificationType.objects.create(
            code=code, name=name, valid_years=years, norwegian=norwegian
        )
