"""Users and memberships, kept by the administrator; the colour scheme, kept by oneself."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.models import Membership, Role, User
from amo.models.users import OFFICE_ROLES, PROVIDER_ROLES
from amo.personhash import person_hash


def _administrator(by: Membership) -> None:
    if by.role != Role.ADMINISTRATOR:
        raise PermissionDenied


def may_keep(by: Membership, role: str, *, office=None, provider=None) -> bool:
    """Whether `by` decides who has the role there: leads in their own house, the county who leads a provider."""
    if by.role == Role.ADMINISTRATOR:
        return True
    if by.role == Role.OFFICE_LEAD:
        return role in OFFICE_ROLES and office is not None and office.pk == by.office_id
    if by.role == Role.PROVIDER_LEAD:
        return role in PROVIDER_ROLES and provider is not None and provider.pk == by.provider_id
    return by.role == Role.COUNTY_STAFF and role == Role.PROVIDER_LEAD and provider is not None


def _keeps(by: Membership, role: str, **where) -> None:
    if not may_keep(by, role, **where):
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
    _keeps(by, role, office=office, provider=provider)
    if by.role != Role.ADMINISTRATOR and (sees_strictly_confidential or sees_confidential or sees_shielded):
        raise PermissionDenied
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


def check_other_lead(membership: Membership) -> None:
    """Raise ValidationError when nobody else leads the office or the provider. Locks the leads there."""
    if membership.role not in (Role.OFFICE_LEAD, Role.PROVIDER_LEAD):
        return
    others = (
        Membership.objects.active_on(clock.today())
        .select_for_update(of=("self",))
        .filter(
            role=membership.role, office=membership.office_id, provider=membership.provider_id, user__is_active=True
        )
    )
    if not [one for one in others if one.user_id != membership.user_id]:
        raise ValidationError(
            _("%(who)s er den eneste lederen ved %(where)s. Legg til en ny leder først.")
            % {"who": membership.user, "where": membership.organisation_name}
        )


@transaction.atomic
def add_colleague(
    *,
    by: Membership,
    username: str,
    first_name: str,
    last_name: str,
    role: str,
    starts_on: dt.date,
    ends_on: dt.date | None = None,
    email: str = "",
    office=None,
    provider=None,
) -> Membership:
    """Give somebody a role in the house that `by` keeps; a user who is new is made, without a password.

    One who has worked on the other side (NAV or a provider) is the administrator's to move. Raises ValidationError
    at `username`.
    """
    _keeps(by, role, office=office, provider=provider)
    user = User.objects.select_for_update().filter(username__iexact=username).first()
    if user is None:
        user = User(username=username, first_name=first_name, last_name=last_name, email=email)
        user.set_unusable_password()
        user.full_clean()
        user.save()
    else:
        _check_known(user, last_name, role, office, provider)
    return add_membership(
        by=by, user=user, role=role, office=office, provider=provider, starts_on=starts_on, ends_on=ends_on
    )


def _check_known(user: User, last_name: str, role: str, office, provider) -> None:
    """A user who is there already: the same person, on the same side, and not there in this role."""
    if user.last_name.casefold() != last_name.strip().casefold():
        raise ValidationError({"username": _("Brukernavnet hører til en med et annet etternavn. Sjekk begge.")})
    own = list(user.memberships.all())
    if not user.is_active or any((role in PROVIDER_ROLES) != one.is_provider for one in own):
        raise ValidationError({"username": _("Be administrator om å gi denne ansatte tilgang.")})
    same = [one for one in own if one.role == role and (one.office, one.provider) == (office, provider)]
    if any(one.ends_on is None or one.ends_on >= clock.today() for one in same):
        raise ValidationError({"username": _("Den ansatte har allerede denne rollen her.")})


@transaction.atomic
def change_role(*, by: Membership, membership: Membership, role: str) -> Membership:
    """Caseworker or lead, at the same office; people and tasks stay. Raises ValidationError for the only lead."""
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    _keeps(by, membership.role, office=membership.office, provider=membership.provider)
    if role not in OFFICE_ROLES or not membership.is_office:
        raise ValidationError({"role": _("Velg veileder eller kontorleder.")})
    if membership.pk == by.pk:
        raise ValidationError(_("Du kan ikke endre rollen du arbeider i."))
    if role != Role.OFFICE_LEAD:
        check_other_lead(membership)
    membership.role = role
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

    A membership that began today ends today: its days may not be reversed. Raises ValidationError for one's own,
    and for the last who leads an office or a provider.
    """
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    _keeps(by, membership.role, office=membership.office, provider=membership.provider)
    if membership.pk == by.pk:
        raise ValidationError(_("Du kan ikke avslutte tilknytningen du arbeider med."))
    check_other_lead(membership)
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
