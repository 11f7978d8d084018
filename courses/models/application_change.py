"""What was changed on an application after it was sent: who, when, and the wishes before and after (A1)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel
from amo.history import track
from amo.models import Membership
from courses.models.application import Application


class ApplicationChangeQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its application."""
        return self.filter(application__in=Application.objects.visible_to(membership, on))


@track()
class ApplicationChange(PublicIdModel):
    """One change of the wishes. `before` and `after`: [{"intake": public id, "code", "title"}] in the person's order."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="changes")
    before = models.JSONField(_("før"), default=list)
    after = models.JSONField(_("etter"), default=list)
    made_at = models.DateTimeField(_("endret"))
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    objects = ApplicationChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("endring av søknad")
