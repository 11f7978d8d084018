"""Names of records and columns for readers, where the model itself gives none."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Columns that say nothing to a reader: keys, counters and what the database computes.
LEFT_OUT = frozenset(
    {
        "id", "public_id", "version", "person_hash", "is_current", "name_sort", "name_search", "dedupe_key", "url",
        "source_id", "subject_id", "seed", "fingerprint",
        "digest",
        # The place in a queue counts people whose being there is not to be known; the waiting list counts anew.
        "position",
    }
)  # fmt: skip

FIELDS = {
    "kind": _("slag"),
    "title": _("tittel"),
    "number": _("nummer"),
    "status": _("status"),
    "rank": _("rekkefølge"),
    "asked_by": _("spurt av"),
    "removed_by": _("tatt bort av"),
    "round": _("restrunde"),
    "level": _("nivå"),
    "source": _("kilde"),
    "facts": _("opplysninger"),
    "points": _("poeng"),
    "reason": _("begrunnelse"),
    "outcome": _("utfall"),
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
    "assessed_by": _("vurdert av"),
    "issued_by": _("utstedt av"),
    "issued_at": _("registrert utstedt"),
    "revoked_by": _("trukket tilbake av"),
    "mapped_by": _("tatt inn i kartleggingen av"),
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
    "mapped_on": _("kartlagt"),
    "informed_on": _("informert om kurs"),
    "last_contact_on": _("siste kontakt"),
    "applied_on": _("søkt inn"),
    "offer_deadline": _("frist for tilbud"),
    "course_label": _("kurs"),
    "course_starts_on": _("kursstart"),
    "course_ends_on": _("kursslutt"),
    "placement_label": _("praksisplass"),
    "placement_starts_on": _("praksis fra"),
    "placement_ends_on": _("praksis til"),
    "last_visit_on": _("siste besøk"),
    "courses_ended": _("avsluttede kurs"),
    "chain_from": _("to kurs uten jobb, fra"),
    "plan_on": _("plan laget"),
    "plan": _("plan"),
    "content": _("innhold"),
    "policy": _("vekter"),
    "shown_by": _("vist av"),
    "shown_at": _("vist"),
    "advice_shown": _("kursforslag som ble vist"),
    "updated_at": _("endret"),
    "updated_by": _("endret av"),
    "approved_by": _("godkjent av"),
    "approved_at": _("godkjent"),
    "outcome_label": _("resultat"),
    "next_action": _("neste oppgave"),
    "next_action_on": _("neste frist"),
    "withdrawn_at": _("trukket"),
    "answer": _("svar"),
    "answered_by": _("besvart av"),
    "answered_at": _("besvart"),
    "referred_by": _("søkt inn av"),
    "ended_by": _("avsluttet av"),
    "ended_at": _("avsluttet"),
    "prospects_explained_by": _("utsikter forklart av"),
    "refusal_reason": _("grunn til avslag"),
    "code": _("kode"),
    "milestone": _("måletidspunkt"),
    "due_on": _("dato"),
    "is_latest": _("siste versjon"),
    "category": _("kategori"),
    "left_category": _("kategori ved avbrudd"),
    "form": _("ansettelsesform"),
    "on_call": _("ringevikar"),
    "is_apprentice": _("lærling"),
    "fte_low": _("stillingsprosent"),
    "fte_high": _("stillingsprosent opp til"),
    "wanted_fte": _("ønsket stillingsprosent"),
    "began_on_or_after_start": _("begynte etter kursstart"),
    "same_employer_as_placement": _("samme arbeidsgiver som i praksis"),
    "contact_attempts": _("forsøk på kontakt"),
    "computed_at": _("beregnet"),
    "present": _("til stede"),
    "topics": _("temaer"),
    "logged_by": _("loggført av"),
    "logged_at": _("loggført"),
    "step": _("steg i tildelingen"),
    "cut_off": _("poenggrense"),
    "offered_on": _("tilbudt"),
    "note": _("notat"),
}

# Kinds of record by the domain's own words (02-domain), whichever app keeps them.
NOUNS = {
    "participant": _("Personopplysninger"),
    "jobseekerperiod": _("Registrering som arbeidssøker"),
    "mapping": _("Kartlegging"),
    "workexperience": _("Arbeidserfaring"),
    "heldcertificate": _("Bevis eller sertifikat"),
    "aim": _("Eget mål"),
    "aimoccupation": _("Yrke i eget mål"),
    "plan": _("Plan"),
    "planstep": _("Steg i planen"),
    "portfoliomark": _("Veilederens egen merking"),
    "adviceshown": _("Kursforslag som ble vist"),
    "leftoveranswer": _("Svar om restplasser"),
    "employment": _("Jobb"),
    "educationperiod": _("Utdanning"),
    "measure": _("Tiltak"),
    "informationgiven": _("Informasjon gitt"),
    "contactattempt": _("Kontakt"),
    "accessgrant": _("Tilgang gitt"),
    "portfoliorow": _("Linje i veilederens oversikt"),
    "task": _("Oppgave"),
    "note": _("Notat"),
    "application": _("Søknad"),
    "wish": _("Kursønske"),
    "offer": _("Tilbud"),
    "checklistanswer": _("Svar i sjekklisten"),
    "allocationdecision": _("Avgjørelse i tildelingen"),
    "attendance": _("Oppmøte"),
    "outcomesnapshot": _("Resultat ved et måletidspunkt"),
}


# Keys inside stored facts and points.
PARTS = {
    "jobs": _("jobber"),
    "courses": _("kurs"),
    "measures": _("tiltak"),
    "education": _("utdanning"),
    "placements": _("praksisplasser"),
    "registered": _("registrert som arbeidssøker"),
    "reached": _("fikk kontakt"),
    "fit": _("målgruppe"),
    "waiting": _("ventetid"),
    "refusals": _("tidligere avslag"),
    "policy": _("vekter"),
    "on": _("dato"),
    "assessment": _("vurdering"),
    "points": _("poeng"),
    "parts": _("Begrunnelse"),
    "checklist": _("Sjekkliste"),
    "clarify": _("Må avklares"),
    "warnings": _("Begrunnelse"),
    "below": _("Begrunnelse"),
    "against": _("Begrunnelse"),
    "not_now": _("Ikke AMO nå"),
    "reasons": _("begrunnelse"),
    "ways": _("Andre veier å vurdere først"),
    "instead": _("Andre veier å vurdere først"),
    "own_trade": _("Andre veier til eget fag"),
    "search": _("Søk"),
    "total": _("poeng"),
    "county": _("fylke"),
    "wished": _("ønsket av brukeren"),
    "text": _("begrunnelse"),
    "stops": _("hindrer nå"),
    "outlook": _("hva kurset kan føre til"),
    "hiring": _("jobber kurset åpner for"),
    "now": _("nå"),
    "at_end": _("etter kurset"),
    "missing": _("mangler"),
    "results": _("hvordan det gikk med andre"),
    "expected": _("ventet oppstart"),
    "intakes": _("oppstarter"),
    "starts_on": _("starter"),
    "place": _("sted"),
    "places": _("plasser"),
    "free": _("ledige plasser"),
    "deadline": _("søknadsfrist"),
    "met": _("oppfylt"),
    "weight": _("vekt"),
    "fit_met": _("oppfylte punkter for målgruppen"),
    "fit_total": _("punkter for målgruppen"),
    "days_waiting": _("dager ventet"),
    "earlier_courses": _("tidligere kurs"),
    "earlier_refusals": _("tidligere avslag"),
    "blocked": _("hindret av"),
    "queue": _("søkere i kø"),
    "tie": _("ved like poeng"),
    "reason": _("begrunnelse"),
    "more": _("flere kurs enn dem som ble vist"),
}

# Keys of stored advice that are codes, or how the page was asked for.
PART_CODES = frozenset({"group", "band", "only_free", "printable", "office", "office_position"})


def part_label(key: str) -> str:
    """The name of one part of stored facts; the key itself where it has none."""
    return str(PARTS.get(key, key))


def field_label(field: models.Field) -> str:
    """The column's name for a reader, with a capital."""
    given = str(field.verbose_name)
    default = field.name.replace("_", " ")
    label = str(FIELDS.get(field.name, given)) if given == default else given
    return label[:1].upper() + label[1:]


def record_label(model: type[models.Model]) -> str:
    """The kind of record for a reader."""
    if model._meta.model_name in NOUNS:
        return str(NOUNS[model._meta.model_name])
    label = str(model._meta.verbose_name)
    return label[:1].upper() + label[1:]


def is_named_record(model: type[models.Model]) -> bool:
    """Whether the kind of record has a name for readers, in NOUNS or given by the model itself."""
    return model._meta.model_name in NOUNS or model._meta.original_attrs.get("verbose_name") is not None


def is_named(field: models.Field) -> bool:
    """Whether the column has a name for readers, its own or one of FIELDS."""
    return str(field.verbose_name) != field.name.replace("_", " ") or field.name in FIELDS
