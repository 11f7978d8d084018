"""Health for the platform: the process, what it needs, and figures for Prometheus."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_prometheus.exports import ExportToDjangoView

from amo.policy import public_page


@public_page
@never_cache
@require_safe
def isalive(request):
    """The process answers."""
    return HttpResponse("alive", content_type="text/plain")


@public_page
@never_cache
@require_safe
def isready(request):
    """200 when the database answers and every migration is applied, else 503 with one word."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("database", status=503, content_type="text/plain")
    if waiting:
        return HttpResponse("migrations", status=503, content_type="text/plain")
    return HttpResponse("ready", content_type="text/plain")


@public_page
@require_safe
def metrics(request):
    """Prometheus' own format."""
    return ExportToDjangoView(request)
