"""Words of country, origin, skin colour or religion stop a text; languages, dishes and names do not (L10)."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from placements.plain_words import CODE, check_origin, found_words

pytestmark = pytest.mark.row("L10")

STOPPED = {
    "Vil ikke ha flere fra Somalia": ["Somalia"],
    "ingen fra somalia eller eritrea": ["somalia", "eritrea"],
    "Helst ikke somaliere": ["somaliere"],
    "Sjefen tar ikke POLAKKENE": ["POLAKKENE"],
    "Ønsker bare filippinske jenter": ["filippinske"],
    "Ikkje afghanarar eller syrarar": ["afghanarar", "syrarar"],
    "Har dårlig erfaring med folk fra De forente arabiske emirater": ["De forente arabiske emirater"],
    "Ikke noen fra Sri Lanka, sier han": ["Sri Lanka"],
    "ikke fra Øst-Europa": ["Øst-Europa"],
    "austeuropearar går bra": ["austeuropearar"],
    "Tar ikke imot fra visse land": ["fra visse land"],
    "Vil helst ha etnisk norske": ["etnisk norske"],
    "ingen muslimer": ["muslimer"],
    "Ikke hijab i resepsjonen": ["hijab"],
    "innvandrerkvinner passer ikke her": ["innvandrerkvinner"],
    "hudfargen betyr noe for kundene": ["hudfargen"],
    "Spurte om hun var mørkhudet": ["mørkhudet"],
    "vil ikke ha folk med mørk hud": ["mørk hud"],
    "spør hvilken religion de har": ["religion"],
    "bare kristne": ["kristne"],
    "ikke en kristen": ["kristen"],
    "ingen jøder": ["jøder"],
    "No Somalis, please": ["Somalis"],
    "Noen fra Jordan eller Georgia, nei": ["Jordan", "Georgia"],
    "Irak og Jordan går ikke": ["Irak", "Jordan"],
    "Polske kokker er best": ["Polske"],
    "tyrkisk-født": ["tyrkisk-født"],
    "Vil ha noen som er født i Norge": ["født i Norge"],
    "so\u00admalier": ["somalier"],
    "SOMALIERE og somaliere": ["SOMALIERE"],
    "vil bare ha norske": ["bare ha norske"],
    "Bare norske, takk": ["Bare norske"],
    "helst nordmenn": ["nordmenn"],
    "De vil ha en hvit dame": ["hvit dame"],
    "tar ikke fargede": ["ikke fargede"],
    "Ikke hodeplagg i kassa": ["Ikke hodeplagg"],
    "ingen med skaut eller hodetørkle": ["skaut", "hodetørkle"],
    "ikke de med slør": ["slør"],
    "ikke roma": ["roma"],
    "må ha norsk pass": ["norsk pass"],
    "Kun EU-borgere": ["EU-borgere"],
    "Hun ser ikke norsk ut": ["ser ikke norsk ut"],
}

LEFT_ALONE = [
    "",
    "Norsk nivå A2 er for lavt. Trenger bedre norsk til kassa i Norge.",
    "Snakker engelsk med kundene",
    "Hun snakker polsk og kan arabisk, og det er nyttig her",
    "En tyrkisk tolk var med",
    "Lager kinesisk mat og fransk vaffel, steker danske wienerbrød",
    "Indisk restaurant, italiensk kjøkken",
    "Jordan er fadder. Georgia er leder. Jeg snakket med Jordan.",
    "Fadderen heter Kristen",
    "Avtalt med Tyrkia Kafé AS og Polen Bakeri AS om to plasser",
    "Finner ikke fadderen. De svarte ikke på telefonen. Lettere oppgaver først.",
    "Rom 4. Tar inn varer, vasker med syre, poler gulv.",
    "Om 12 uker. Kven som helst kan spørje.",
    "Hvite klær og svarte sko. Fargede klær vaskes for seg.",
    "Mangler oppholdstillatelse? Nei, den er i orden.",
    "Teksten er lettlest, og butikken er i Moskenes",
    "Utdanning fra utlandet må godkjennes",
    "Raser fra seg etter lunsj",
    "Hodeplagg og hansker på kjøkkenet",
    "Har snakket med flyktningtjenesten i bydelen",
    "Hun snakker godt polsk med kollegaene, og forstår litt arabisk",
    "Lærer om syrer og baser i renhold",
    "Fadderen sa at ingen svarte. Bare norsk snakkes på lageret.",
    "Selger helst norske varer, og vasker ikke fargede klær",
]


@pytest.mark.parametrize(("text", "expected"), STOPPED.items())
def test_words_of_origin_are_found_as_they_were_typed(text, expected):
    assert found_words(text) == expected
    with pytest.raises(ValidationError) as refused:
        check_origin(text, "note")
    [error] = refused.value.error_dict["note"]
    assert error.code == CODE
    assert all(word in error.message for word in expected)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_languages_dishes_names_and_everyday_words_are_left_alone(text):
    assert found_words(text) == []
    check_origin(text, "note")


def test_the_employers_own_name_is_left_alone_wherever_it_stands():
    text = "Somalia Import tar imot to. Ikke fra Somalia."
    assert found_words(text, names=["Somalia Import"]) == ["Somalia"]
    assert found_words("somalia import tar imot", names=["Somalia Import"]) == []


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault(text):
    assert all(isinstance(word, str) for word in found_words(text))


@given(st.sampled_from(["somaliere", "muslimer", "Sri Lanka"]), st.text(alphabet="abc .,!\n", max_size=20))
def test_a_word_is_found_whatever_stands_around_it(word, around):
    assert found_words(f"{around} {word} {around}")
