"""Lists: counted, filtered, sorted and paged alike, with a constant number of queries, and Excel of what is chosen."""

import datetime as dt
import io

import openpyxl
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Q
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock, list_export, saved_filters, stored_search
from amo.lists import BulkAction, Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import AccessLog, Occupation, SavedFilter, Sector, StoredSearch
from tests import factories


class OccupationList(ListPage):
    key = "occupations"
    title = "Yrker"
    noun = ("yrke", "yrker")
    default_sort = "title"
    logs_people = False
    column_list = [
        Column("title", "Yrke", sort="title_sort"),
        Column("code", "Kode", sort="code", align="right"),
        Column("sector", "Bransje", value="sector.name", sort="sector__name"),
        Column("known", "Kjent", value=lambda one: one.sector is not None, visible=False),
    ]
    quick_list = [
        QuickFilter("with", "Med bransje", Q(sector__isnull=False)),
        QuickFilter("without", "Uten bransje", lambda page: Q(sector=None)),
    ]
    facet_list = [
        Facet("sector", "Bransje", field="sector", label_field="sector__name"),
        Facet("major", "Yrkesgruppe", field="code__startswith", choices=[("1", "Ledere"), ("5", "Salg og service")]),
        Facet("length", "Navn", options=[Option("short", "Korte", Q(title__regex="^.{1,8}$"))]),
    ]
    nothing_there = Empty("Ingen yrker er lest inn")

    def row_id(self, obj):
        return obj.code

    def row_url(self, obj):
        return f"/yrker/{obj.code}/"

    def search(self, queryset, term):
        return queryset.filter(title__icontains=term)


@pytest.fixture
def membership(db):
    return factories.MembershipFactory()


@pytest.fixture
def occupations(db):
    care, sales = (Sector.objects.create(code=code, name=name) for code, name in (("c", "Helse"), ("s", "Salg")))
    rows = [
        ("1120", "Leder", None),
        ("5321", "Helsefagarbeider", care),
        ("5120", "Kokk", None),
        ("5223", "Selger", sales),
    ]
    return [Occupation.objects.create(code=code, title=title, sector=sector) for code, title, sector in rows]


def request_for(membership, query="", **headers):
    request = RequestFactory().get(f"/yrker/?{query}", headers=headers)
    request.membership = membership
    request.user = membership.user if membership else AnonymousUser()
    request.htmx = False
    request.request_id = "test"
    request.resolver_match = None
    return request


def page(membership, query="", cls=OccupationList):
    queryset = Occupation.objects.visible_to(membership).select_related("sector")
    return cls(request_for(membership, query), queryset)


def titles(listpage) -> list[str]:
    return [row["obj"].title for row in listpage.rows]


def draw(listpage) -> str:
    template = Template('{% include "components/_list.html" %}')
    return template.render(Context({"listpage": listpage, "request": listpage.request, "csrf_token": "x"}))


def test_the_heading_counts(membership, occupations):
    assert page(membership).count_text == "Viser 1–4 av 4 yrker"
    assert page(membership, "length=short&quick=with").count_text == "Viser 1–1 av 1 yrke"
    assert page(membership, "length=short&major=5&sector=tull&quick=with&f=1").count_text == "Viser 1–1 av 1 yrke"


def test_sorted_by_the_default_by_a_column_and_backwards(membership, occupations):
    assert titles(page(membership)) == ["Helsefagarbeider", "Kokk", "Leder", "Selger"]
    assert titles(page(membership, "sort=-code")) == ["Helsefagarbeider", "Selger", "Kokk", "Leder"]
    # Empty values stand last both ways, and the primary key settles the rest.
    assert titles(page(membership, "sort=sector")) == ["Helsefagarbeider", "Selger", "Leder", "Kokk"]
    assert titles(page(membership, "sort=-sector")) == ["Selger", "Helsefagarbeider", "Leder", "Kokk"]
    assert titles(page(membership, "sort=known")) == titles(page(membership, "sort=tull")) == titles(page(membership))


def test_columns_say_how_they_are_sorted(membership, occupations):
    columns = {column["key"]: column for column in page(membership, "sort=code").columns}
    assert columns["code"]["aria_sort"] == "ascending"
    assert "sort=-code" in columns["code"]["sort_url"]
    assert columns["title"]["aria_sort"] == "none"
    assert columns["known"]["sortable"] is False
    assert columns["known"]["visible"] is False


def test_quick_filters_count_and_toggle(membership, occupations):
    listpage = page(membership, "quick=without")
    assert titles(listpage) == ["Kokk", "Leder"]
    assert [(one["label"], one["count"], one["selected"]) for one in listpage.quick_filters] == [
        ("Med bransje", 2, False),
        ("Uten bransje", 2, True),
    ]
    assert "quick" not in listpage.quick_filters[1]["url"]


def test_facets_join_by_or_inside_and_by_and_between(membership, occupations):
    care = Sector.objects.get(code="c").pk
    sales = Sector.objects.get(code="s").pk
    assert titles(page(membership, f"sector={care}&sector={sales}")) == ["Helsefagarbeider", "Selger"]
    assert titles(page(membership, f"sector={care}&sector=-&major=5")) == ["Helsefagarbeider", "Kokk"]


def test_facets_count_with_the_other_filters_but_not_their_own(membership, occupations):
    listpage = page(membership, "major=5&length=short")
    counts = {facet["name"]: {one["label"]: one["count"] for one in facet["options"]} for facet in listpage.facets}
    assert counts["major"] == {"Ledere": 1, "Salg og service": 2}
    assert counts["length"] == {"Korte": 2}
    assert counts["sector"] == {"Helse": 0, "Salg": 1, "Ikke oppgitt": 1}


def test_chips_take_one_choice_away_each(membership, occupations):
    listpage = page(membership, "major=5&major=1&length=short")
    chips = {chip["label"]: chip["remove_url"] for chip in listpage.chips}
    assert set(chips) == {"Yrkesgruppe: Salg og service", "Yrkesgruppe: Ledere", "Navn: Korte"}
    assert "major=1" in chips["Yrkesgruppe: Salg og service"]
    assert "major=5" not in chips["Yrkesgruppe: Salg og service"]
    assert "length=short" in chips["Yrkesgruppe: Salg og service"]


@pytest.mark.parametrize(
    "query",
    [
        "page=tull", "page=999999999999999999999", "page=-1", "size=9", "size=200&page=2", "sort=%00", "quick=%00",
        "major=%00&sector=%00", "s=%00", "s=finnes-ikke", "%00=1", "sector=99999999999999999999", "export=pdf",
        "sort=" + "x" * 5000,
    ],
)  # fmt: skip
def test_a_mended_address_shows_a_list_all_the_same(membership, occupations, query):
    assert len(page(membership, query).rows) == 4


def test_pages_of_fifty_and_two_hundred(membership):
    factories.OccupationFactory.create_batch(60)
    listpage = page(membership, "page=2")
    assert len(listpage.rows) == 10
    assert listpage.count_text == "Viser 51–60 av 60 yrker"
    assert "page=1" in listpage.page_urls(1)
    assert "page" not in listpage.url(sort="code")
    assert len(page(membership, "size=200").rows) == 60
    assert list(listpage.page_size_urls) == [50, 200]


def test_the_number_of_queries_is_the_same_for_10_and_1000_rows(membership):
    counts = []
    for more in (10, 990):
        rows = [Occupation(code=f"{n:04}", title=f"Yrke {n}") for n in range(len(counts) * 10, len(counts) * 10 + more)]
        Occupation.objects.bulk_create(rows)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            html = draw(page(membership, "size=200&major=1&major=5&sort=code"))
        counts.append(len(queries))
        assert "Yrkesgruppe" in html
    assert counts[0] == counts[1] <= 8


def test_the_page_is_drawn_with_everything_on_it(membership, occupations):
    SavedFilter.objects.create(membership=membership, list_key="occupations", name="Mine", query="f=1&major=5")
    html = draw(page(membership, "major=5&quick=with"))
    for part in (
        "Viser 1–2 av 2 yrker", "Nullstill", 'href="/yrker/5321/"', "Last ned Excel", "Velg kolonner", "Mine",
        'aria-sort="ascending"', "Lagre dette filteret",
    ):  # fmt: skip
        assert part in html, part


def test_nothing_found_says_what_to_do(membership, occupations):
    html = draw(page(membership, "major=1&quick=with"))
    assert "Ingen treff" in html
    assert 'href="/yrker/?f=1"' in html
    Occupation.objects.all().delete()
    assert "Ingen yrker er lest inn" in draw(page(membership))


def test_the_favourite_opens_first_and_nullstill_shows_all(membership, occupations):
    saved = saved_filters.save(by=membership, list_key="occupations", name="Ledere", query="major=1&page=3&s=abc")
    assert saved.query == "major=1&f=1"
    assert len(page(membership).rows) == 4
    saved_filters.set_favourite(saved, True, by=membership)
    assert titles(page(membership)) == ["Leder"]
    assert len(page(membership, "f=1").rows) == 4
    assert page(membership).reset_url == "/yrker/?f=1"
    assert len(page(factories.MembershipFactory()).rows) == 4


def test_there_is_one_favourite_at_a_time(membership):
    first, second = (
        saved_filters.save(by=membership, list_key="occupations", name=name, query="") for name in ("En", "To")
    )
    saved_filters.set_favourite(first, True, by=membership)
    for _twice in range(2):
        saved_filters.set_favourite(second, True, by=membership)
        assert list(SavedFilter.objects.filter(is_favourite=True)) == [second]
    saved_filters.set_favourite(first, False, by=membership)
    assert list(SavedFilter.objects.filter(is_favourite=True)) == [second]
    saved_filters.set_favourite(second, False, by=membership)
    assert not SavedFilter.objects.filter(is_favourite=True).exists()


def test_search_terms_stay_on_the_server(membership, occupations, move_clock):
    request = RequestFactory().post("/sok/", {"q": "  kokk "})
    request.membership = membership
    answer = stored_search.redirect_to(request, "/yrker/")
    assert "kokk" not in answer.url
    query = answer.url.partition("?")[2]
    listpage = page(membership, query)
    assert titles(listpage) == ["Kokk"]
    assert listpage.search_value == "kokk"
    assert listpage.chips[0]["label"] == "Søk: kokk"
    # Another membership's key finds nothing, and no key lives for long.
    assert page(factories.MembershipFactory(), query).search_value == ""
    move_clock(1)
    assert page(membership, query).search_value == ""
    assert stored_search.sweep(clock.now()) == 1
    assert not StoredSearch.objects.exists()


def test_columns_are_chosen_and_remembered(membership, occupations, client_for):
    url = reverse("amo:list_columns", args=["occupations"])
    answer = client_for(membership).post(f"{url}?next=/varsler/", {"columns": ["known", "tull"]})
    assert answer.url == "/varsler/"
    assert [cell["key"] for cell in page(membership).rows[0]["cells"]] == ["title", "known"]
    assert page(membership).rows[0]["cells"][1]["html"] == "Ja"


def test_filters_are_saved_made_favourite_and_deleted_from_the_list(membership, client_for):
    client = client_for(membership)
    url = reverse("amo:saved_filter_save", args=["occupations"])
    answer = client.post(f"{url}?next=/yrker/%3Fmajor%3D5", {"name": "Service", "query": "major=5"})
    assert answer.url == "/yrker/?major=5&f=1"
    refused = client.post(f"{url}?next=/yrker/", {"name": "Service", "query": "major=1"})
    assert refused.status_code == 422
    assert "allerede et filter med dette navnet" in refused.content.decode()
    assert "Skriv et navn" in client.post(url, {"name": " ", "query": ""}).content.decode()
    long = client.post(url, {"name": "Lang", "query": "a=" + "x" * 1500})
    assert "for mange valg" in long.content.decode()

    saved = SavedFilter.objects.get()
    client.post(reverse("amo:saved_filter_favourite", args=[saved.public_id]))
    saved.refresh_from_db()
    assert saved.is_favourite
    other = client_for(factories.MembershipFactory())
    assert other.post(reverse("amo:saved_filter_delete", args=[saved.public_id])).status_code == 404
    client.post(reverse("amo:saved_filter_delete", args=[saved.public_id]))
    assert not SavedFilter.objects.exists()


def workbook(answer):
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def test_excel_holds_what_is_chosen_in_the_visible_columns(membership, occupations):
    answer = page(membership, "major=5&quick=with&export=xlsx").response()
    assert answer["Content-Disposition"] == f'attachment; filename="yrker-{clock.today()}.xlsx"'
    book = workbook(answer)
    rows = [[cell.value for cell in row] for row in book["Yrker"].iter_rows()]
    assert rows == [["Yrke", "Kode", "Bransje"], ["Helsefagarbeider", "5321", "Helse"], ["Selger", "5223", "Salg"]]
    facts = [(row[0].value, row[1].value) for row in book["Utvalg"].iter_rows()]
    assert ("Filter", "Yrkesgruppe: Salg og service") in facts
    assert ("Filter", "Med bransje") in facts
    assert ("Antall rader", 2) in facts


@pytest.mark.parametrize(
    "text", ["=1+1", "+47", "-2", "@SUM(A1)", "\t=1", "\r=1", "http://example.org", "=HYPERLINK(1)"]
)
def test_no_cell_is_a_formula_or_a_link(membership, text):
    Occupation.objects.create(code="5120", title=text)
    cell = workbook(page(membership, "export=xlsx").response())["Yrker"]["A2"]
    assert cell.data_type == "s"
    assert cell.value.strip() == text.strip()
    assert cell.hyperlink is None


def test_excel_keeps_types_and_drops_markup(db):
    from django.utils.safestring import mark_safe

    def naive(*numbers):
        return dt.datetime(*numbers)  # noqa: DTZ001 -- Excel knows no zones

    moment = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    row = [7, 2.5, dt.date(2026, 3, 2), moment, True, None, mark_safe("<b>A &amp; B</b>"), "<b>", "a\x01b"]
    content = list_export.write("Ark: [1]", ["x"] * len(row), [row], [])
    cells = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0][2]]
    assert cells == [
        7, 2.5, naive(2026, 3, 2), naive(2026, 3, 2, 13), "Ja", None, "A & B", "<b>", "ab",
    ]  # fmt: skip


def test_an_excel_file_of_persons_is_logged_with_its_rows(membership, occupations):
    class People(OccupationList):
        logs_people = True

    page(membership, "major=5&export=xlsx", People).response()
    row = AccessLog.objects.get()
    assert (row.rows, row.subject_id) == (3, None)
    assert row.membership_id == membership.pk
    page(membership, "export=xlsx").response()
    assert AccessLog.objects.count() == 1


def test_excel_of_many_rows_asks_in_batches(membership):
    Occupation.objects.bulk_create([Occupation(code=f"{n:04}", title=f"Yrke {n}") for n in range(2_500)])
    with CaptureQueriesContext(connection) as queries:
        answer = page(membership, "export=xlsx").response()
    assert len(queries) <= 8
    assert workbook(answer)["Yrker"].max_row == 2_501


def test_htmx_gets_the_part_and_others_the_page(membership, occupations, rf):
    listpage = page(membership)
    listpage.request.htmx = type("Htmx", (), {"target": "list-page", "__bool__": lambda self: True})()
    part = listpage.response().content.decode()
    assert part.strip().startswith('<div id="list-page"')
    assert 'hx-swap-oob="innerHTML"' in part


def test_bulk_actions_have_a_box_on_each_row(membership, occupations):
    class WithBulk(OccupationList):
        bulk_list = [BulkAction("Merk som lest", "amo:notifications_read")]

    html = draw(page(membership, cls=WithBulk))
    assert html.count('name="ids"') == 4
    assert 'formaction="/varsler/lest/"' in html
