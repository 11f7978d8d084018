"""PDF by Typst: tagged (PDF/UA-1), with our own font, from data that is never pasted into the source (05-architecture).

A template stands in <app>/typst/<name>.typ and is named "<app>/<name>.typ". `amo/document.typ` serves most needs:

pdf.render("amo/document.typ", {
    "title": …, "subtitle": …, "lead": …, "footer": …,
    "sections": [{"heading": …, "paragraphs": […], "facts": [[label, value], …],
                  "table": {"columns": […], "rows": [[…], …]}}],
})
"""

import datetime as dt
import json
from functools import cache

import typst
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language

from amo import clock, files

FONTS = "amo/fonts"


class _Encoder(DjangoJSONEncoder):
    """Translated texts and models are written as their text."""

    def default(self, o):
        return str(o) if isinstance(o, Promise) or hasattr(o, "_meta") else super().default(o)


@cache
def _fonts() -> typst.Fonts:
    folder = str(settings.BASE_DIR / FONTS)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def render(template_name: str, data: dict, *, at: dt.datetime | None = None) -> bytes:
    """The PDF as bytes. Values of `data` are shown as text, whatever signs they hold.

    at: when the document was made, now when it is not given; the same data and the same `at` give the same bytes.
    Raises FileNotFoundError for an unknown template and typst.TypstError when the template is wrong.
    """
    app, _slash, name = template_name.partition("/")
    path = settings.BASE_DIR / app / "typst" / name
    if not path.is_file():
        raise FileNotFoundError(template_name)
    data = {"language": (get_language() or "nb")[:2]} | data
    return typst.compile(
        str(path),
        root=str(settings.BASE_DIR),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, cls=_Encoder, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=int((at or clock.now()).timestamp()),
    )


def pdf_response(content: bytes, filename: str) -> HttpResponse:
    """The PDF as an attachment. The view logs it: a PDF counts as details shown."""
    return files.attachment(filename, content, files.PDF)
