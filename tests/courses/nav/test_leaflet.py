"""The leaflet about a course, and one course for one person (rows P5, K4)."""

import io
import uuid

import pypdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import translation

from amo.models import AccessLog
from amo.versions import StaleVersion
from courses import leaflet, plain_language
from courses.actions import leaflets as actions
from courses.models import LeafletText
from participants import changes
from participants.models import InformationGiven
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("P5")]

Point = InformationGiven.Point
BOKMAL = {
    "title": "Pleie og omsorg",
    "what": "Du lærer stell.\nDu øver på norsk.",
    "requirements": "Du må kunne ta imot beskjeder.",
    "outlook": "De fleste får ringevakter. Fast jobb krever fagbrev.",
    "practical": "Ta med gode sko.",
}
ENGLISH = BOKMAL | {
    "title": "Care work",
    "what": "You learn care.",
    "outlook": "Most people are called in when needed.",
}


@pytest.fixture
def written(case):
    """The care course with leaflets in bokmål and English."""
    for language, texts in (("nb", BOKMAL), ("en", ENGLISH)):
        actions.save_leaflet(concept=case.care, language=language, texts=texts, by=case.staff)
    return case


def pages(content: bytes) -> list[str]:
    """The text of each page, on one line."""
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def printed(case, language, **who) -> str:
    (text,) = pages(leaflet.render(case.care, language, case.caseworker, **who))
    return text


# --- the sheet ------------------------------------------------------------------------------------


@pytest.mark.row("K4")
def test_one_page_with_the_countys_words_and_the_courses_facts(written):
    case = written
    case.care.minimum_oral = "A2"
    case.care.save()
    case.care.gives.add(
        f.QualificationTypeFactory(name="Førstehjelpskurs"),
        f.QualificationTypeFactory(name="Norskprøve muntlig B1", norwegian="oral:B1"),
    )
    text = printed(case, "nb", office=case.office, adviser="Kari Veileder")
    for expected in (
        "Pleie og omsorg", "Du lærer stell.", "18 uker: først 11 uker på kurs, så 7 uker praksis", "30 timer i uka",
        "Bevis du får Førstehjelpskurs", "Prøver du kan ta Norskprøve muntlig B1", "Muntlig minst A2",
        "Du må kunne ta imot beskjeder.", "De fleste får ringevakter. Fast jobb krever fagbrev.", "Ta med gode sko.",
        "Hva kurset ikke lover", "Ingen arbeidsgiver har lovet å ansette deg.", "Du kan si nei til kurset.",
        f"Kari Veileder på {case.office.name}",
    ):  # fmt: skip
        assert expected in text


def test_it_names_the_next_classes_with_deadline_and_promises_no_place(written):
    case = written
    closed = f.IntakeFactory(
        contract=case.care_intake.contract, window=None, status="planned", starts_on=today(60), place="Planveien 9"
    )
    text = printed(case, "nb", office=case.office)
    with translation.override("nb"):
        for day in (case.care_intake.starts_on, case.care_intake.ends_on, case.care_intake.application_deadline):
            assert leaflet.day_words(day, "nb") in text
    assert "Kursveien 1" in text and "Ledige plasser" not in text
    assert closed.place not in text
    case.care_intake.status = "planned"
    case.care_intake.save()
    assert "Ingen kurs er åpne for søknad nå." in printed(case, "nb")


def test_english_and_nynorsk_have_labels_and_dates_of_their_own(written):
    case = written
    actions.save_leaflet(
        concept=case.care, language="nn", texts=BOKMAL | {"what": "Du lærer stell av eldre."}, by=case.staff
    )
    day = case.care_intake.starts_on
    english, nynorsk = printed(case, "en"), printed(case, "nn")
    with translation.override("en"):
        assert leaflet.day_words(day, "en") in english
    assert "You learn care." in english and "Du lærer stell." not in english
    assert "Du lærer stell av eldre." in nynorsk
    reader = pypdf.PdfReader(io.BytesIO(leaflet.render(case.care, "en", case.caseworker)))
    assert str(reader.trailer["/Root"]["/Lang"]).startswith("en")
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Care work"


def test_a_language_that_is_not_written_says_so_and_falls_back_to_bokmal(written):
    case = written
    with translation.override("nn"):
        data = leaflet.data(case.care, "nn", case.caseworker)
    assert data["body_language"] == "nb" and data["missing"]
    assert "Du lærer stell." in printed(case, "nn")
    assert not leaflet.data(case.care, "nb", case.caseworker)["missing"]
    bare = leaflet.data(case.cafe, "nb", case.caseworker)
    assert bare["missing"] and bare["title"] == case.cafe.title
    assert any(case.cafe.outlook in section["paragraphs"] for section in bare["sections"])


def test_a_long_text_keeps_to_one_page_by_smaller_type(written):
    case = written
    long = "Du lærer noe nyttig hver dag på kurset. " * 18
    actions.save_leaflet(
        concept=case.care, language="nb", texts=BOKMAL | {"what": long, "outlook": long}, by=case.staff, version=1
    )
    assert len(pages(leaflet.render(case.care, "nb", case.caseworker, office=case.office))) == 1


def test_odd_signs_are_text_and_nothing_else(written):
    case = written
    odd = '#eval("1") *ikke fet* $x$ <b> \\ Ñandú Šukrija'
    actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL | {"what": odd}, by=case.staff, version=1)
    assert odd in printed(case, "nb")


@pytest.mark.parametrize(
    ("form", "interpreter", "expected"),
    [("nb", "", "nb"), ("nn", "", "nn"), ("nb", "Engelsk", "en"), ("nn", "somali", "nn")],
)
def test_the_language_offered_first_follows_interpreter_and_written_form(case, form, interpreter, expected):
    case.person.written_form, case.person.interpreter_language = form, interpreter
    assert leaflet.language_for(case.person) == expected


# --- the county writes ----------------------------------------------------------------------------


def test_texts_are_kept_by_the_own_county_under_a_version(case):
    text = actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL, by=case.staff)
    assert (text.title, text.updated_by) == ("Pleie og omsorg", case.staff)
    with pytest.raises(StaleVersion) as first:
        actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL, by=case.staff)
    assert ("title", "", "Pleie og omsorg") in [(one.field, one.old, one.new) for one in first.value.changes]
    actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL | {"title": "Omsorg"}, by=case.staff, version=1)
    with pytest.raises(StaleVersion):
        actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL, by=case.staff, version=1)
    with pytest.raises(PermissionDenied):
        actions.save_leaflet(concept=case.care, language="en", texts=ENGLISH, by=f.MembershipFactory(county_staff=True))
    with pytest.raises(ValidationError):
        actions.save_leaflet(concept=case.care, language="de", texts=BOKMAL, by=case.staff)


def test_the_form_shows_bokmal_beside_and_how_it_reads(written, client_for):
    case = written
    client = client_for(case.staff)
    url = reverse("courses:leaflet_edit", args=[case.care.public_id, "nn"])
    page = client.get(url).content.decode()
    assert "Teksten på bokmål" in page and "Du øver på norsk." in page and "Nynorsk (mangler)" in page
    sent = BOKMAL | {"submission": str(uuid.uuid4()), "version": 0}
    assert client.post(url, sent)["Location"] == url
    assert LeafletText.objects.filter(language="nn").count() == 1
    missing = client.post(url, {"version": 1, "submission": str(uuid.uuid4())})
    assert missing.status_code == 422 and "Skriv ærlig hva kurset kan føre til." in missing.content.decode()
    assert client.get(reverse("courses:leaflet_edit", args=[case.care.public_id, "de"])).status_code == 404


def test_a_text_drafted_before_a_colleague_wrote_the_first_is_not_laid_over_hers(case, client_for):
    client = client_for(case.staff)
    url = reverse("courses:leaflet_edit", args=[case.care.public_id, "nb"])
    page = client.get(url)
    save = reverse("amo:draft_save", args=["leaflet", f"{case.care.public_id}-nb"])
    assert f'hx-post="{save}"' in page.content.decode()
    client.post(save, BOKMAL | {"title": "Mitt", "version": page.context["form"]["version"].value()})
    colleague = f.MembershipFactory(county_staff=True, county=case.staff.county)
    actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL | {"title": "Hennes"}, by=colleague)
    form = client.get(url).context["form"]
    assert (form["title"].value(), form["version"].value()) == ("Mitt", 0)
    sent = BOKMAL | {"title": "Mitt", "version": 0, "submission": str(uuid.uuid4())}
    told = client.post(url, sent)
    text = told.content.decode()
    assert told.status_code == 409 and "Hennes" in text and str(colleague.user) in text and 'value="Mitt"' in text
    assert LeafletText.objects.get().title == "Hennes"


def test_reading_is_counted_and_never_blocks(case, client_for):
    sentence = f"Dette er en setning {'med mange ord ' * 7}før den tar slutt."
    reading = plain_language.read(f"Du lærer stell. {sentence}")
    assert reading.sentences == 2 and reading.long_sentences == (sentence,)
    assert plain_language.read("") == plain_language.Reading(0, 0, 0)
    assert plain_language.read("Du er her.\nVi er der.").average == 3.0
    hard = "Kvalifiseringstiltakene forutsetter arbeidsmarkedstilknytning."
    assert plain_language.read(hard).level == "hard" and plain_language.read("Du er her.").level == "easy"
    page = client_for(case.staff).post(reverse("courses:leaflet_hints"), {"what": sentence}).content.decode()
    assert "Setninger med mer enn 20 ord" in page
    saved = actions.save_leaflet(concept=case.care, language="nb", texts=BOKMAL | {"what": hard}, by=case.staff)
    assert saved.what == hard


# --- a course for a person ------------------------------------------------------------------------


def course_for(case):
    return reverse("courses:course_for", args=[case.person.public_id, case.care.public_id])


@pytest.mark.row("K4")
def test_only_what_was_said_about_a_course_is_logged_with_its_own_words_beside(case, client_for):
    client = client_for(case.caseworker)
    opened = client.get(course_for(case))
    assert case.care.outlook in opened.content.decode()
    assert not opened.context["form"]["points"].value() and not opened.context["form"]["said"].value()
    sent = {
        "points": ["what", "prospects", "may_decline"], "said": "Mest ringevakter, ikke fast jobb.", "channel": "phone",
        "language": "somali", "with_interpreter": "on", "given_on": today().isoformat(),
        "submission": str(uuid.uuid4()),
    }  # fmt: skip
    assert client.post(course_for(case), sent)["Location"] == course_for(case)
    client.post(course_for(case), sent)  # a double click
    given = InformationGiven.objects.get()
    assert (given.subject, given.subject_id, given.kind) == (case.care.title, case.care.public_id, "course")
    assert given.points == ["what", "prospects", "may_decline"] and given.with_interpreter
    assert list(InformationGiven.objects.of_prospects()) == [given]
    page = client.get(course_for(case)).content.decode()
    assert "Mest ringevakter, ikke fast jobb." in page and "på somali med tolk" in page


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"points": []}, "Kryss av for hva dere snakket om."),
        ({"said": ""}, "Skriv kort hva du sa om jobbutsiktene."),
        ({"said": "x" * 1001}, "1000"),
        ({"given_on": "2999-01-01"}, "Datoen kan ikke være fram i tid."),
        ({"points": ["tull"]}, "Velg blant punktene i listen."),
    ],
)
def test_bad_input_is_said_at_the_field(case, client_for, changes, expected):
    sent = {"points": ["prospects"], "said": "Vikariater.", "channel": "phone", "given_on": today().isoformat()}
    page = client_for(case.caseworker).post(course_for(case), sent | changes)
    assert page.status_code == 422 and expected in page.content.decode()
    assert not InformationGiven.objects.exists()


@pytest.mark.row("K4")
def test_prospects_told_while_she_has_a_place_stand_on_the_place_too(case):
    intake = f.IntakeFactory(contract=case.care_intake.contract, running=True)
    place = f.EnrolmentFactory(participant=case.person, intake=intake)
    other = f.EnrolmentFactory(intake=intake)
    told = {"participant": case.person, "concept": case.care, "given_on": today(), "by": case.caseworker}
    actions.inform_about_course(**told, points=[Point.WHAT], said="")
    place.refresh_from_db()
    assert place.prospects_explained_on is None
    actions.inform_about_course(**told, points=[Point.PROSPECTS], said="Ringevakter. " * 40)
    place.refresh_from_db()
    other.refresh_from_db()
    assert (place.prospects_explained_on, place.prospects_explained_by) == (today(), case.caseworker)
    assert len(place.prospects_said) == 300 and place.prospects_said.endswith("…")
    assert other.prospects_explained_on is None
    assert InformationGiven.objects.filter(kind="prospects").count() == 1


def hand_out_url(case):
    return reverse("courses:leaflet_hand_out", args=[case.person.public_id, case.care.public_id])


@pytest.mark.row("P5")
def test_the_leaflet_is_looked_at_without_being_logged_as_given_and_speaks_of_her_office(written, client_for):
    case = written
    client = client_for(case.caseworker)
    preview = reverse("courses:leaflet_person", args=[case.person.public_id, case.care.public_id, "en"])
    assert preview in client.get(course_for(case)).content.decode()
    before = AccessLog.objects.count()
    file = client.get(preview)
    assert file["Content-Type"] == "application/pdf" and "attachment" in file["Content-Disposition"]
    assert AccessLog.objects.count() == before + 1 and not InformationGiven.objects.exists()
    (text,) = pages(file.content)
    assert case.office.name in text and str(case.caseworker.user) in text
    assert case.person.last_name not in text and case.person.national_id not in text


@pytest.mark.row("P5")
def test_that_she_got_the_leaflet_is_logged_once_a_day_with_language_and_way(written, client_for, move_clock):
    case = written
    client = client_for(case.caseworker)
    sent = {"language": "en", "channel": "letter"}
    for key in (str(uuid.uuid4()), str(uuid.uuid4())):
        answer = client.post(hand_out_url(case), sent | {"submission": key}, follow=True)
    assert "allerede loggført i dag" in answer.content.decode()
    given = InformationGiven.objects.get()
    assert (given.points, given.language, given.channel) == (["leaflet"], "engelsk", "letter")
    assert given.subject == case.care.title
    client.post(hand_out_url(case), {"language": "nb", "channel": "in_person"})
    assert InformationGiven.objects.count() == 2
    move_clock(1)
    client.post(hand_out_url(case), sent)
    assert InformationGiven.objects.count() == 3
    for bad, said in (({"language": "de", "channel": "letter"}, "Velg språk."), ({"language": "nb"}, "Velg hvordan")):
        assert said in client.post(hand_out_url(case), bad, follow=True).content.decode()
    assert InformationGiven.objects.count() == 3


@pytest.mark.row("P5")
def test_what_was_logged_wrongly_is_corrected_or_taken_away_the_same_day_and_the_history_keeps_it(
    written, client_for, move_clock
):
    case = written
    client = client_for(case.caseworker)
    client.post(hand_out_url(case), {"language": "nb", "channel": "letter"})
    given = InformationGiven.objects.get()
    url = reverse("courses:leaflet_correct", args=[case.person.public_id, case.care.public_id, given.pk])
    assert url in client.get(course_for(case)).content.decode()
    assert client.post(url, {"language": "en", "channel": ""}).status_code == 422
    assert client.post(url, {"language": "en", "channel": "in_person"})["Location"] == course_for(case)
    given.refresh_from_db()
    assert (given.language, given.channel) == ("engelsk", "in_person")
    client.post(hand_out_url(case), {"language": "nn", "channel": "digital"})
    twice = client.post(url, {"language": "nn", "channel": "digital"})
    assert twice.status_code == 422 and "allerede loggført i dag" in twice.content.decode()
    assert client.post(url, {"language": "en", "channel": "digital", "not_given": "on"}).status_code == 302
    assert list(InformationGiven.objects.values_list("language", flat=True)) == ["nynorsk"]
    assert client.get(url).status_code == 404
    told = [one for one in changes.readable(changes.events_about(case.person)) if one["title"] == "Informasjon gitt"]
    assert [one["verb"] for one in told] == ["Slettet", "Ny", "Endret", "Ny"]
    move_clock(1)
    rest = InformationGiven.objects.get()
    url = reverse("courses:leaflet_correct", args=[case.person.public_id, case.care.public_id, rest.pk])
    late = client.post(url, {"language": "nb", "channel": "letter"}, follow=True)
    assert "samme dag" in late.content.decode()
    rest.refresh_from_db()
    assert rest.language == "nynorsk"


def test_what_was_said_to_her_is_not_taken_away_as_a_leaflet(case, client_for):
    given = actions.inform_about_course(
        participant=case.person, concept=case.care, points=[Point.WHAT, Point.LEAFLET], said="", given_on=today(),
        by=case.caseworker,
    )  # fmt: skip
    url = reverse("courses:leaflet_correct", args=[case.person.public_id, case.care.public_id, given.pk])
    client_for(case.caseworker).post(url, {"language": "nb", "channel": "letter", "not_given": "on"})
    assert InformationGiven.objects.filter(pk=given.pk).exists()


def test_what_the_course_gives_is_named_in_the_language_of_the_leaflet(written):
    case = written
    first_aid = f.QualificationTypeFactory(
        name="Førstehjelpskurs", name_nn="Førstehjelpskurs", name_en="First aid course"
    )
    test = f.QualificationTypeFactory(
        name="Norskprøve skriftlig", name_nn="Norskprøve skriftleg", name_en="Written test"
    )
    only = f.QualificationTypeFactory(name="Kursbevis")
    case.care.gives.set([first_aid, test, only])

    def given(language):
        with translation.override(language):
            rows = leaflet.data(case.care, language, case.caseworker)["facts"]
        return next(value for _label, value in rows if "First aid" in value or "Førstehjelp" in value)

    assert given("en") == "First aid course, Kursbevis and Written test"
    assert given("nn") == "Førstehjelpskurs, Kursbevis og Norskprøve skriftleg"
    assert given("nb") == "Førstehjelpskurs, Kursbevis og Norskprøve skriftlig"


def test_the_advice_card_leads_there(case, client_for):
    page = client_for(case.caseworker).get(reverse("courses:advice", args=[case.person.public_id])).content.decode()
    assert course_for(case) in page
