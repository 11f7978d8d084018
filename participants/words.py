"""Names of records and columns for readers, where the model itself gives none."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Columns that say nothing to a reader: keys, counters and what the database computes.
LEFT_OUT = frozenset(
    {
        "id", "public_id", "version", "person_hash", "is_current", "name_sort", "name_search", "dedupe_key", "url",
        "source_id", "subject_id", "seed", "fingerprint",
    }
)  # fmt: skip

FIELDS = {
    "kind": _("slag"),
    "title": _("tittel"),
    "number": _("nummer"),
    "status": _("status"),
    "rank": _("rekkefølge"),
    "level": _("nivå"),
    "source": _("kilde"),
    "facts": _("opplysninger"),
    "points": _("poeng"),
    "reason": _("begrunnelse"),
    "outcome": _("utfall"),
    "position": _("plass i køen"),
    "advice": _("kursforslaget slik det ble vist"),
    "starts_on": _("fra"),
    "ends_on": _("til"),
    "created_at": _("opprettet"),
    "created_by": _("opprettet av"),
    "registered_at": _("registrert"),
    "registered_by": _("registrert av"),
    "recorded_at": _("registrert"),
    "recorded_by": _("registrert av"),
    "given_by": _("informert av"),
    "made_by": _("gjort av"),
    "done_at": _("gjort"),
    "done_by": _("gjort av"),
    "submitted_at": _("sendt"),
    "submitted_by": _("sendt av"),
    "decided_at": _("avgjort"),
    "decided_by": _("avgjort av"),
    "superseded_at": _("erstattet"),
    "supersedes": _("erstatter"),
    "office": _("Nav-kontor"),
    "owner": _("ansvarlig"),
    "provider": _("kursleverandør"),
    "county": _("fylke"),
    "membership": _("ansatt"),
    "caseworker": _("veileder"),
    "participant": _("bruker"),
    "mapping": _("kartlegging"),
    "aim": _("eget mål"),
    "occupation": _("yrke"),
    "sector": _("bransje"),
    "qualification": _("kvalifikasjon"),
    "intake": _("kurs"),
    "window": _("tildelingsrunde"),
    "application": _("søknad"),
    "wish": _("kursønske"),
    "offer": _("tilbud"),
    "enrolment": _("deltakelse"),
    "placement": _("praksis"),
    "employer": _("arbeidsgiver"),
    "item": _("punkt i sjekklisten"),
    "run": _("tildeling"),
    "text": _("tekst"),
    "note": _("notat"),
}

RECORDS = {
    "participants.Participant": _("Personopplysninger"),
    "participants.JobseekerPeriod": _("Registrert som arbeidssøker"),
    "participants.Mapping": _("Kartlegginger"),
    "participants.WorkExperience": _("Arbeidserfaring"),
    "participants.HeldCertificate": _("Bevis og sertifikater"),
    "participants.Aim": _("Egne mål"),
    "participants.AimOccupation": _("Yrker i egne mål"),
    "participants.Employment": _("Jobber"),
    "participants.EducationPeriod": _("Utdanning"),
    "participants.Measure": _("Tiltak"),
    "participants.InformationGiven": _("Informasjon gitt"),
    "participants.ContactAttempt": _("Kontakt"),
    "participants.AccessGrant": _("Hvem som har fått tilgang"),
    "participants.PortfolioRow": _("Oversikt for veilederen"),
    "participants.Task": _("Oppgaver"),
    "participants.Note": _("Notater"),
}


def field_label(field: models.Field) -> str:
    """The column's name for a reader, with a capital."""
    given = str(field.verbose_name)
    default = field.name.replace("_", " ")
    label = str(FIELDS.get(field.name, given)) if given == default else given
    return label[:1].upper() + label[1:]


def record_label(model: type[models.Model]) -> str:
    """The kind of record for a reader."""
    if model._meta.label in RECORDS:
        return str(RECORDS[model._meta.label])
    label = str(model._meta.verbose_name)
    return label[:1].upper() + label[1:]


def is_named(field: models.Field) -> bool:
    """Whether the column has a name for readers, its own or one of FIELDS."""
    return str(field.verbose_name) != field.name.replace("_", " ") or field.name in FIELDS
