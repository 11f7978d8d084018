"""A bad row far down a large file: nothing is read in, and the row and the column are named (P1, C5)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from amo.models import ImportBatch, Occupation
from courses.models import LabourDemand
from tests import factories as f

pytestmark = pytest.mark.django_db

ROWS, BAD = 5_000, 4_999
LINE = BAD + 1  # the first line holds the headings


def occupations(bad: bool) -> str:
    lines = [f"{number:04};4;Yrke {number};navn {number}, kalt {number}" for number in range(1, ROWS + 1)]
    if bad:
        lines[BAD - 1] = "49x9;4;Yrke 4999;"
    return "\n".join(["code;level;name;kalles_også", *lines])


def demand(bad: bool) -> str:
    lines = []
    for number in range(ROWS):
        year, month = 2000 + number // 1200, number // 100 % 12 + 1
        lines.append(f"{1000 + number % 100};03;{year}-{month:02};{number};7")
    if bad:
        lines[BAD - 1] = "1098;03;2004-06;mange;7"
    return "\n".join(["yrke;fylke;måned;ledige_stillinger;arbeidsledige", *lines])


def uploaded(client, kind: str, text: str) -> str:
    data = {"file": SimpleUploadedFile("stor.csv", text.encode())}
    answer = client.post(reverse("amo:import_new", args=[kind]), data)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


@pytest.mark.row("P1")
def test_a_bad_occupation_on_row_4999_stops_the_whole_file(client_for, django_assert_max_num_queries):
    client = client_for(f.MembershipFactory(administrator=True))
    url = uploaded(client, "occupations", occupations(bad=True))
    page = client.get(url).content.decode()
    assert ImportBatch.objects.get().errors == [
        {"line": LINE, "column": "code", "message": "Koden skal ha fire siffer."}
    ]
    assert str(LINE) in page and "Koden skal ha fire siffer." in page and "Les inn" not in page
    assert client.post(url).status_code == 422
    assert not Occupation.objects.exists()
    good = uploaded(client, "occupations", occupations(bad=False))
    with django_assert_max_num_queries(60):
        assert client.post(good).status_code == 302
    assert Occupation.objects.count() == ROWS
    assert Occupation.objects.get(code="4999").also_known_as == "navn 4999, kalt 4999"


@pytest.mark.row("C5")
def test_a_bad_number_of_openings_on_row_4999_stops_the_whole_file(client_for):
    staff = f.MembershipFactory(county_staff=True, county=f.CountyFactory(number="03"))
    for number in range(100):
        f.OccupationFactory(code=str(1000 + number), sector=None)
    client = client_for(staff)
    url = uploaded(client, "labour_demand", demand(bad=True))
    page = client.get(url).content.decode()
    assert ImportBatch.objects.get().errors == [
        {"line": LINE, "column": "ledige_stillinger", "message": "Skriv et helt tall fra 0."}
    ]
    assert str(LINE) in page and "ledige_stillinger" in page
    assert client.post(url).status_code == 422
    assert not LabourDemand.objects.exists()
    assert client.post(uploaded(client, "labour_demand", demand(bad=False))).status_code == 302
    assert LabourDemand.objects.count() == ROWS
