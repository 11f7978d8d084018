"""The caseworker's answers to the judged items of a checklist (02-domain)."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses.models import ChecklistAnswer, ChecklistItem
from participants.models import Participant


@transaction.atomic
def answer_item(
    *, participant: Participant, item: ChecklistItem, answer: str, sentence: str, by: Membership
) -> ChecklistAnswer:
    """Answer met, not met or unknown with one sentence; the earlier answer stays in the change history.

    Raises ValidationError for an item that is a rule, or for met and not met without a sentence.
    """
    if item.kind != ChecklistItem.Kind.JUDGED or not item.is_active:
        raise ValidationError(_("Dette punktet vurderes ikke av veileder."))
    Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    found = ChecklistAnswer.objects.filter(participant=participant, item=item).first()
    found = found or ChecklistAnswer(participant=participant, item=item)
    found.answer = answer
    found.sentence = sentence
    found.answered_by = by
    found.answered_at = clock.now()
    if answer != ChecklistAnswer.Answer.UNKNOWN and not sentence.strip():
        raise ValidationError({"sentence": _("Skriv én setning om hvorfor.")})
    found.full_clean()
    found.save()
    return found
