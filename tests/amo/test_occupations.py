"""Occupations by typed search: what people call their work finds the code (P1)."""

import unicodedata

import pytest
from django import forms
from django.urls import reverse

from amo import occupations
from amo.models import Occupation
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.row("P1")]

ROWS = [
    ("5321", "Helsefagarbeider", "hjelpepleier, omsorgsarbeider"),
    ("5329", "Pleieassistent", "pleiemedhjelper, ufaglært på sykehjem"),
    ("2223", "Sykepleier", ""),
    ("8322", "Bil-, drosje- eller varebilfører", "taxisjåfør, budbil"),
    ("9112", "Renholder", "vaskehjelp, renhold på kontor"),
    ("5120", "Kokk", "kjøkkensjef"),
    ("7131", "Maler", ""),
    ("2341", "Grunnskolelærer", "lærer"),
]


@pytest.fixture(autouse=True)
def rows(db):
    return [f.OccupationFactory(code=code, title=title, also_known_as=also) for code, title, also in ROWS]


def found(term) -> list[str]:
    return [row.code for row in occupations.search(term)]


@pytest.mark.parametrize(
    ("term", "first"),
    [
        ("helsef", "5321"),
        ("HJELPEPLEIER", "5321"),
        ("5120", "5120"),
        ("53", "5321"),
        ("drosje", "8322"),
        ("taxisjafor", "8322"),
        (unicodedata.normalize("NFD", "taxisjåfør"), "8322"),
        ("sykpleier", "2223"),
        ("sykehjem ufaglært", "5329"),
        ("lærer", "2341"),
        ("vaskehj", "9112"),
    ],
)
def test_the_right_occupation_comes_first(term, first):
    assert found(term)[0] == first


def test_a_title_that_begins_so_stands_before_a_part_and_a_part_before_a_near_miss():
    f.OccupationFactory(code="3256", title="Pleier på legesenter")
    assert set(found("pleie")[:2]) == {"3256", "5329"}
    assert set(found("pleie")[2:]) == {"5321", "2223"}


@pytest.mark.parametrize("term", ["xyzzy", "%", "_", "\\", "'; drop table", "\x00", "(", "a" * 5000])
def test_nonsense_finds_nothing_and_breaks_nothing(term):
    assert set(found(term)) <= {code for code, _title, _also in ROWS}


def test_an_empty_term_gives_the_first_in_norwegian_order(django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        assert found("")[0] == "8322"
    with django_assert_max_num_queries(2):
        found("pleier på sykehjem")


def test_the_search_answers_in_words(client_for):
    client = client_for(f.MembershipFactory(provider_lead=True))
    answer = client.get(reverse("amo:occupation_search"), {"q": "hjelpepl"}).json()
    assert answer["items"] == [{"value": "Helsefagarbeider (5321)", "also": "hjelpepleier, omsorgsarbeider"}]
    assert answer["text"] == "1 yrke. Bruk pil ned for å velge."
    nothing = client.get(reverse("amo:occupation_search"), {"q": "xyzzy"}).json()
    assert nothing == {"items": [], "text": "Ingen yrker passer. Prøv et annet ord."}


class _Form(forms.Form):
    work = occupations.OccupationField(label="Yrke", required=False)


@pytest.mark.parametrize(
    "typed", ["Helsefagarbeider (5321)", "helsefagarbeider", "5321", " hjelpepleier ", "Omsorgsarbeider"]
)
def test_title_synonym_and_code_name_an_occupation(typed):
    form = _Form({"work": typed})
    assert form.is_valid()
    assert form.cleaned_data["work"].code == "5321"


def test_a_title_of_its_own_wins_over_anothers_synonym():
    f.OccupationFactory(code="2342", title="Lærer")
    form = _Form({"work": "lærer"})
    assert form.is_valid()
    assert form.cleaned_data["work"].code == "2342"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("helsefag", "for eksempel: Helsefagarbeider (5321)"),
        ("xyzzy", "Finner ikke yrket «xyzzy»."),
        ("x" * 10_000, "xxx…»"),
        ("\x00", "Finner ikke"),
    ],
)
def test_what_names_none_is_told_with_what_is_near(typed, words):
    form = _Form({"work": typed})
    assert words in " ".join(form.errors["work"])


def test_two_of_one_name_are_told_apart():
    Occupation.objects.filter(code="5120").update(also_known_as="assistent")
    Occupation.objects.filter(code="5329").update(also_known_as="assistent")
    (message,) = _Form({"work": "assistent"}).errors["work"]
    assert "Kokk (5120)" in message and "Pleieassistent (5329)" in message


def test_a_stored_occupation_stands_in_the_field_by_its_label(rows):
    assert 'value="Helsefagarbeider (5321)"' in str(_Form(initial={"work": rows[0].pk})["work"])
    assert 'value="Helsefagarbeider (5321)"' in str(_Form(initial={"work": rows[0]})["work"])


def test_a_field_does_not_remember_what_has_been_renamed(rows):
    assert _Form({"work": "Kokk"}).is_valid()
    Occupation.objects.filter(code="5120").update(title="Sjefskokk")
    assert _Form({"work": "Sjefskokk"}).is_valid()
