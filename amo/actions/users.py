"""Users and memberships, kept by the administrator; the colour scheme, kept by oneself."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.models import Membership, Role, User
from amo.personhash import person_hash


def _administrator(by: Membership) -> None:
    if by.role != Role.ADMINISTRATOR:
        raise PermissionDenied


@transaction.atomic
def set_color_scheme(*, user: User, color_scheme: str) -> None:
    """Light, dark, or as on the machine. Raises ValidationError for anything else."""
    if color_scheme not in User.ColorScheme.values:
        raise ValidationError(_("Ukjent valg av farger."))
    user.color_scheme = color_scheme
    user.save(update_fields=["color_scheme"])


@transaction.atomic
def add_user(*, by: Membership, username: str, first_name: str, last_name: str, email: str = "") -> User:
    """A new user without a password: she signs in by OIDC, or gets a password at the command line."""
    _administrator(by)
    user = User(username=username, first_name=first_name, last_name=last_name, email=email)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    return user


@transaction.atomic
def add_membership(
    *,
    by: Membership,
    user: User,
    role: str,
    office=None,
    county=None,
    provider=None,
    starts_on: dt.date,
    ends_on: dt.date | None = None,
    sees_strictly_confidential: bool = False,
    sees_confidential: bool = False,
    sees_shielded: bool = False,
) -> Membership:
    """Give a user a role at one organisation. Raises ValidationError for reversed dates or a scope that does not fit."""
    _administrator(by)
    if ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})
    membership = Membership(
        user=user,
        role=role,
        office=office,
        county=county,
        provider=provider,
        starts_on=starts_on,
        ends_on=ends_on,
        sees_strictly_confidential=sees_strictly_confidential,
        sees_confidential=sees_confidential,
        sees_shielded=sees_shielded,
    )
    membership.full_clean()
    membership.save()
    return membership


def set_language(*, user: User, language: str) -> None:
    """Keep the user's choice of written Norwegian. Raises ValidationError for another language."""
    if language not in User.Language.values:
        raise ValidationError(_("Velg bokmål eller nynorsk."))
    user.language = language
    user.save(update_fields=["language"])


@transaction.atomic
def end_membership(*, by: Membership, membership: Membership) -> Membership:
    """End it with yesterday as its last day, so that it opens nothing from now on.

    A membership that began today ends today: its days may not be reversed. Raises ValidationError for one's own.
    """
    _administrator(by)
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    if membership.pk == by.pk:
        raise ValidationError(_("Du kan ikke avslutte tilknytningen du arbeider med."))
    yesterday = clock.today() - dt.timedelta(days=1)
    membership.ends_on = max(membership.starts_on, yesterday)
    membership.full_clean()
    membership.save()
    return membership


@transaction.atomic
def set_active(*, by: Membership, user: User, is_active: bool) -> User:
    """Lock a user out, or let her in again. Her sessions end at their next request. Raises ValidationError for oneself."""
    _administrator(by)
    user = User.objects.select_for_update().get(pk=user.pk)
    if user.pk == by.user_id:
        raise ValidationError(_("Du kan ikke sperre deg selv."))
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    return user


@transaction.atomic
def set_own_number(*, by: Membership, user: User, number: str) -> User:
    """Keep the keyed hash of the employee's own identity number, so that she cannot open her own file (06-access)."""
    _administrator(by)
    user = User.objects.select_for_update().get(pk=user.pk)
    user.person_hash = person_hash(number)
    user.save(update_fields=["person_hash"])
    return user
