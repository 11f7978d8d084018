"""Download of a file one has stored oneself; other files are served by the page of what they belong to."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from amo import files
from amo.models import StoredFile
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page


@page(roles=ALL_ROLES, log=LogRule.LIST)
@require_http_methods(["GET"])
def file_download(request, public_id):
    """As an attachment, never shown in the browser."""
    return files.download(get_object_or_404(StoredFile.objects.visible_to(request.membership), public_id=public_id))
