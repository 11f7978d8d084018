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
        ("5321", "Helsefagarbeider", "hjelpepleier, omsorgsarbeider, fagarbeider på sykehjem"),
        ("5329", "Pleieassistent", "pleiemedhjelper, ufaglært på sykehjem, assistent i pleie og omsorg"),
        ("5322", "Hjemmehjelp", "hjemmehjelper, praktisk bistand, hjemmetjeneste"),
        ("3256", "Helsesekretær", "legesekretær, medisinsk sekretær"),
        ("2223", "Sykepleier", "offentlig godkjent sykepleier, sjukepleier"),
        ("2224", "Vernepleier", "miljøterapeut"),
        ("3213", "Reseptarfarmasøyt", "apotektekniker, farmasøyt"),
        ("3258", "Ambulansearbeider", "ambulansefagarbeider, ambulansesjåfør"),
        ("2211", "Lege", "fastlege, allmennlege, doktor"),
    ],
    "children": [
        ("5311", "Barnehageassistent", "barnehagemedarbeider, barne- og ungdomsarbeider, assistent i barnehage"),
        ("5312", "Skoleassistent", "SFO-medarbeider, assistent på skole, aktivitetsskolen"),
        ("2342", "Barnehagelærer", "førskolelærer, pedagogisk leder"),
        ("3412", "Miljøarbeider", "miljøterapeut, sosialarbeider, bofellesskap"),
        ("2341", "Grunnskolelærer", "lærer, kontaktlærer"),
    ],
    "office": [
        ("3313", "Regnskapsmedarbeider", "regnskapsfører, lønnsmedarbeider, bilagsfører"),
        ("4110", "Kontormedarbeider", "kontorassistent, saksbehandlerassistent, kontormedarbeider i resepsjon"),
        ("4311", "Økonomimedarbeider", "fakturamedarbeider, økonomikonsulent"),
        ("4222", "Kundesentermedarbeider", "telefonselger på kundesenter, kundebehandler, sentralbord"),
        ("4226", "Resepsjonist", "sentralbordoperatør, skranke"),
        ("2411", "Revisor eller regnskapsrådgiver", "revisor, økonom, siviløkonom, statsautorisert regnskapsfører"),
        ("4131", "Dataregistrerer", "punching, datainntasting"),
        ("3343", "Sekretær", "administrasjonssekretær, ledersekretær"),
        ("4312", "Forsikringsmedarbeider", "skadebehandler, bankmedarbeider"),
    ],
    "retail": [
        ("5223", "Butikkmedarbeider", "butikkselger, ekspeditør, butikkassistent, varepåfyller"),
        ("5230", "Kassemedarbeider", "kassabetjening, kassedame, billettselger"),
        ("5222", "Butikkleder", "butikksjef, avdelingsleder i butikk"),
        ("3322", "Selger", "salgskonsulent, teknisk selger"),
        ("5243", "Dørselger", "salg på dør, verver"),
        ("5246", "Gatekjøkkenmedarbeider", "pølsebod, hurtigmat, hamburgerrestaurant"),
    ],
    "construction": [
        ("7115", "Tømrer", "snekker, bygningssnekker"),
        ("7131", "Maler", "malersvenn, byggtapetserer"),
        ("7411", "Elektriker", "elektromontør, installatør"),
        ("9313", "Hjelpearbeider i bygg", "byggeplassarbeider, bygningsarbeider, hjelpemann"),
        ("7126", "Rørlegger", "VVS-montør"),
        ("7112", "Murer", "flislegger, murersvenn"),
        ("8342", "Anleggsmaskinfører", "gravemaskinfører, hjullaster, maskinkjører"),
        ("7119", "Stillasbygger", "stillasmontør"),
    ],
    "industry": [
        ("8344", "Truckfører", "gaffeltruck, trucksjåfør, lagertruck"),
        ("4321", "Lagermedarbeider", "lagerarbeider, plukk og pakk, terminalarbeider, logistikk"),
        ("8160", "Operatør i næringsmiddelproduksjon", "matindustri, fiskeforedling, pakkeri"),
        ("7212", "Sveiser", "platearbeider, industrimekaniker med sveis"),
        ("9329", "Hjelpearbeider i industri", "fabrikkarbeider, samlebånd, produksjonsmedarbeider"),
        ("7511", "Slakter", "kjøttskjærer, fiskearbeider"),
        ("7512", "Baker", "konditor, bakeriarbeider"),
        ("9333", "Laste- og lossearbeider", "havnearbeider, bagasje, flyttearbeider"),
    ],
    "hospitality": [
        ("9412", "Kjøkkenassistent", "oppvasker, kjøkkenhjelp, kantineassistent"),
        ("5120", "Kokk", "kjøkkensjef, restaurantkokk, institusjonskokk"),
        ("5131", "Servitør", "kelner, serveringsmedarbeider"),
        ("5132", "Bartender eller barista", "bartender, barista, kaffebar"),
        ("8331", "Bussjåfør", "sjåfør på buss, bussfører, trikkefører"),
        ("8322", "Bil-, drosje- eller varebilfører", "sjåfør, taxisjåfør, drosjesjåfør, budbil, varebilsjåfør"),
        ("8332", "Lastebilsjåfør", "sjåfør, trailersjåfør, vogntog, yrkessjåfør"),
        ("5151", "Husøkonom", "hotellhusøkonom, renholdsleder, oldfrue"),
        ("9510", "Kafé- og kantinemedarbeider", "kafémedarbeider, kantine, cateringassistent"),
    ],
    "service": [
        ("5153", "Vaktmester", "vaktmester i borettslag, driftstekniker, eiendomsdrift"),
        ("9112", "Renholder", "vaskehjelp, renholdsoperatør, rengjøring, stuepike"),
        ("5414", "Vekter", "vakt, ordensvakt, sikkerhetsvakt"),
        ("5141", "Frisør", "hårfrisør, barberer"),
        ("9123", "Vindusvasker", "fasadevask"),
        ("6113", "Gartner", "anleggsgartner, gartneri, planteskole"),
    ],
    "it": [
        ("2512", "Programvareutvikler", "utvikler, programmerer, systemutvikler"),
        ("3512", "IKT-brukerstøtte", "IT-support, servicedesk, brukerstøtte"),
        ("3112", "Bygningsingeniør", "byggeleder, ingeniør bygg, tekniker"),
    ],
}


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


# In nynorsk and in English, for the leaflets.
QUALIFICATION_NAMES = {
    "norsk_muntlig_a2": (
        "Norskprøve munnleg, nivå A2 (norskprøve 2)",
        "Norwegian test, spoken, level A2 (norskprøve 2)",
    ),
    "norsk_skriftlig_a2": (
        "Norskprøve skriftleg, nivå A2 (norskprøve 2)",
        "Norwegian test, written, level A2 (norskprøve 2)",
    ),
    "norsk_muntlig_b1": (
        "Norskprøve munnleg, nivå B1 (norskprøve 3)",
        "Norwegian test, spoken, level B1 (norskprøve 3)",
    ),
    "norsk_skriftlig_b1": (
        "Norskprøve skriftleg, nivå B1 (norskprøve 3)",
        "Norwegian test, written, level B1 (norskprøve 3)",
    ),
    "helsefagarbeider": ("Fagbrev som helsefagarbeidar", "Trade certificate as a healthcare worker"),
    "barne_ungdomsarbeider": (
        "Fagbrev som barne- og ungdomsarbeidar",
        "Trade certificate as a child care and youth worker",
    ),
    "truckforerbevis": ("Truckførarbevis T1–T4", "Forklift licence T1–T4"),
    "forerkort_b": ("Førarkort klasse B", "Driving licence, category B"),
    "hygiene": ("Kurs i næringsmiddelhygiene", "Food hygiene course"),
    "forstehjelp": ("Førstehjelpskurs", "First aid course"),
    "kursbevis_kafe": ("Kursbevis, kafé og kantine", "Course certificate, café and canteen"),
    "kursbevis_pleie": ("Kursbevis, pleie og omsorg", "Course certificate, nursing and care"),
    "kursbevis_regnskap": ("Kursbevis, rekneskapsmedarbeidar", "Course certificate, accounting assistant"),
    "kursbevis_barnehage": ("Kursbevis, barnehageassistent", "Course certificate, kindergarten assistant"),
    "kursbevis_vaktmester": ("Kursbevis, vaktmeister", "Course certificate, caretaker"),
    "politiattest": ("Politiattest", "Police certificate of conduct"),
}


def build(world: World) -> None:
    """Everything that is looked up."""
    for code, name in SECTORS.items():
        world.sectors[code] = Sector.objects.create(code=code, name=name)
    for sector, occupations in OCCUPATIONS.items():
        for code, title, also in occupations:
            world.occupations[code] = Occupation.objects.create(
                code=code, title=title, also_known_as=also, sector=world.sectors[sector]
            )
    for code, name, years, norwegian in QUALIFICATIONS:
        nynorsk, english = QUALIFICATION_NAMES[code]
        world.qualifications[code] = QualificationType.objects.create(
            code=code, name=name, name_nn=nynorsk, name_en=english, valid_years=years, norwegian=norwegian
        )
