"""Import of tables: upload, preview with row errors, all or nothing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from amo import files, imports
from amo.forms import KursForm, page_status, perform
from amo.models import ImportBatch, Role
from amo.policy import LogRule, page

ROLES = frozenset({Role.ADMINISTRATOR, Role.COUNTY_STAFF})


class ImportForm(KursForm):
    """The file to read."""

    submit_label = gettext_lazy("Last opp og se over")
    file = files.UploadField(
        label=gettext_lazy("CSV-fil"),
        allowed=(files.CSV,),
        help_text=gettext_lazy(
            "Lagret som UTF-8, med semikolon eller komma mellom feltene. Største størrelse er 5 MB."
        ),
        error_messages={"required": gettext_lazy("Velg filen som skal leses inn.")},
    )


def _importer_or_404(request, kind: str) -> imports.Importer:
    try:
        return imports.importer_for(kind, request.membership)
    except KeyError:
        raise Http404 from None


@page(roles=ROLES, log=LogRule.NONE)
@require_http_methods(["GET"])
def import_list(request):
    """What this role may read in, and what it has read in before."""
    labels = {importer.kind: importer.label for importer in imports.importers_for(request.membership)}
    rows = [
        [
            labels.get(batch.kind, batch.kind),
            batch.file.name,
            batch.get_status_display(),
            batch.row_count,
            _moment(batch),
        ]
        for batch in ImportBatch.objects.visible_to(request.membership)
        .select_related("file")
        .defer("file__content")[:20]
    ]
    columns = [_("Hva"), _("Fil"), _("Status"), {"label": _("Rader"), "align": "right"}, _("Lastet opp")]
    choices = [
        {"label": one.label, "text": one.description, "url": reverse("amo:import_new", args=[one.kind])}
        for one in imports.importers_for(request.membership)
    ]
    return render(request, "amo/import_list.html", {"choices": choices, "columns": columns, "rows": rows})


def _moment(batch: ImportBatch) -> str:
    return date_format(localtime(batch.created_at), "j. F Y H.i")


@page(roles=ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def import_new(request, kind):
    """Upload a file; it is read and checked, not taken in."""
    importer = _importer_or_404(request, kind)
    post = request.method == "POST"
    data, uploaded = (request.POST, request.FILES) if post else (None, None)
    form = ImportForm(data, uploaded, membership=request.membership, cancel_url=reverse("amo:import_list"))
    if post and form.is_valid():

        def work():
            return imports.preview(importer, form.cleaned_data["file"], by=request.membership)

        url = perform(request, form, work, url=lambda batch: reverse("amo:import_detail", args=[batch.public_id]))
        if url:
            return redirect(url)
    context = {"form": form, "title": importer.label, "lead": importer.description, "importer": importer}
    context["template_url"] = importer.template_url(request.membership)
    context |= {"back_url": reverse("amo:import_list"), "back_label": _("Import")}
    return render(request, "amo/import_new.html", context, status=page_status(form))


@page(roles=ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def import_detail(request, public_id):
    """Preview of the first rows and what is wrong; a post reads everything in, or nothing."""
    found = ImportBatch.objects.visible_to(request.membership).select_related("file").defer("file__content")
    batch = get_object_or_404(found, public_id=public_id)
    importer = _importer_or_404(request, batch.kind)
    post = request.method == "POST"
    form = KursForm(
        request.POST if post else None,
        membership=request.membership,
        submit=_("Les inn %(count)d rader") % {"count": batch.row_count},
        cancel_url=reverse("amo:import_list"),
    )
    if post and form.is_valid():
        here = reverse("amo:import_detail", args=[batch.public_id])
        url = perform(request, form, lambda: imports.apply(batch, by=request.membership), url=lambda _done: here)
        if url:
            messages.success(request, _("Filen er lest inn."))
            return redirect(url)
    first = imports.earlier(importer, batch.file.sha256, request.membership)
    left_out = batch.result.get("left_out", 0)
    context = {
        "batch": batch,
        "importer": importer,
        "form": form,
        "columns": [column.heading for column in importer.columns],
        # A preview made before the importer got another column has shorter rows.
        "sample": [[*row, *[""] * (len(importer.columns) - len(row))] for row in batch.sample],
        "error_columns": [_("Linje"), _("Kolonne"), _("Feil")],
        "error_rows": [[error["line"] or "–", error["column"], error["message"]] for error in batch.errors],
        "already": imports.already_read(first) if first is not None and first.pk != batch.pk else "",
        "can_apply": batch.status == ImportBatch.Status.PREVIEW and not batch.errors and first is None,
        "can_discard": batch.status == ImportBatch.Status.PREVIEW,
        "left_out": importer.left_out_text(left_out) if left_out and batch.status == ImportBatch.Status.PREVIEW else "",
        "absent": importer.absent_text(frozenset(batch.result.get("absent", ()))),
        "result": [(_("Nye"), batch.result.get("new")), (_("Endret"), batch.result.get("changed"))]
        + [(_("Uendret"), batch.result.get("same"))]
        + ([(_("Utelatt"), left_out)] if left_out else []),
        "changes": importer.changes(batch.result) if batch.result else None,
    }
    return render(request, "amo/import_detail.html", context, status=page_status(form))


@page(roles=ROLES, log=LogRule.NONE)
@require_POST
def import_discard(request, public_id):
    """Let a preview go."""
    batch = get_object_or_404(ImportBatch.objects.visible_to(request.membership), public_id=public_id)
    try:
        imports.discard(batch, by=request.membership)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.info(request, _("Filen er forkastet. Ingenting er lest inn."))
    return redirect("amo:import_list")
