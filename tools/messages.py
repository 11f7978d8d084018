"""Keeps locale/*/LC_MESSAGES/django.{po,mo} in step with the sources, by Babel: msgfmt is not on a bare machine.

    .venv/bin/python -m tools.messages          extract, update the .po files, compile the .mo files
    .venv/bin/python -m tools.messages --check  exit 1 when they differ from what is committed
    .venv/bin/python -m tools.messages --count  translated and untranslated messages per language

The message id is the bokmål text itself, so there is no catalogue for bokmål.
"""

import argparse
import ast
import datetime as dt
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nn", "en")
SOURCES = ("amo", "participants", "courses", "placements", "reporting", "templates")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# No file tells when it was made: it would differ every day.
DATE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
# What Django's templatize writes for a template: calls with Python string literals.
CALL = re.compile(r"\b(_|n?p?gettext)\(")


def messages() -> Catalog:
    """Every message of the sources, without line numbers: they would change with every commit."""
    catalog = Catalog(project="Kursløp", charset="utf-8")
    for path in sorted(_tracked()):
        for context, ids in _of_file(path):
            catalog.add(ids, locations=[(path.as_posix(), None)], context=context)
    return catalog


def _tracked() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *SOURCES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        if name.endswith((".py", ".html", ".txt")) and "/migrations/" not in name and (ROOT / name).exists():
            yield Path(name)


def _of_file(path: Path) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    source = (ROOT / path).read_bytes()
    if path.suffix == ".py":
        for _line, ids, _comments, context in extract("python", io.BytesIO(source), keywords=KEYWORDS):
            yield context, ids
    else:
        yield from _of_template(source.decode(), path)


def _of_template(source: str, path: Path) -> Iterator[tuple[str | None, str | tuple[str, str]]]:
    from django.utils.translation.template import templatize

    text = templatize(source, origin=str(path))
    for found in CALL.finditer(text):
        strings = _literals(text, found.end())
        kind = found.group(1)
        if kind in {"_", "gettext"} and strings:
            yield None, strings[0]
        elif kind == "ngettext" and len(strings) > 1:
            yield None, (strings[0], strings[1])
        elif kind == "pgettext" and len(strings) > 1:
            yield strings[0], strings[1]
        elif kind == "npgettext" and len(strings) > 2:
            yield strings[0], (strings[1], strings[2])


LITERAL = re.compile(r"""\s*u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*,?""", re.S)


def _literals(text: str, start: int) -> list[str]:
    strings = []
    while found := LITERAL.match(text, start):
        strings.append(ast.literal_eval(found.group(1)))
        start = found.end()
    return strings


def updated(language: str, template: Catalog) -> Catalog:
    """The language's catalogue with the template's messages, translations kept, what is gone left out."""
    path = _po(language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    else:
        old = Catalog(locale=language)
    catalog = Catalog(locale=language, project="Kursløp", charset="utf-8", fuzzy=False, header_comment="# Kursløp")
    for message in template:
        if message.id:
            known: Message | None = old.get(message.id, context=message.context)
            # A text that has become countable since, or the other way, is translated anew.
            same_shape = known is not None and known.pluralizable == message.pluralizable
            string = known.string if same_shape else None
            catalog.add(message.id, string, locations=message.locations, context=message.context)
    return catalog


def is_translated(message: Message) -> bool:
    """Whether every form of the message has a text."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _po(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def files(language: str, template: Catalog) -> dict[Path, bytes]:
    """What the two files of a language should hold. Headers carry no date: it would differ every day."""
    catalog = updated(language, template)
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalog, omit_header=True, sort_output=True, width=120)
    header = (
        f'msgid ""\nmsgstr ""\n"Project-Id-Version: Kursløp\\n"\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    content = header.encode() + po.getvalue()
    stable = Catalog(locale=language, project="Kursløp", charset="utf-8", creation_date=DATE, revision_date=DATE)
    for message in catalog:
        if message.id and is_translated(message):
            stable.add(message.id, message.string, context=message.context)
    write_mo(mo, stable)
    return {_po(language): content, _po(language).with_suffix(".mo"): mo.getvalue()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--count", action="store_true")
    arguments = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    import django

    django.setup()
    template = messages()
    stale = []
    for language in LANGUAGES:
        if arguments.count:
            done = sum(1 for message in updated(language, template) if message.id and is_translated(message))
            print(f"{language}: {done} av {len(template)} oversatt")
            continue
        for path, content in files(language, template).items():
            if path.exists() and path.read_bytes() == content:
                continue
            stale.append(path.relative_to(ROOT))
            if not arguments.check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    if arguments.check and stale:
        names = ", ".join(str(path) for path in stale)
        print(f"Tekstene er endret. Kjør «.venv/bin/python -m tools.messages». Gjelder: {names}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
