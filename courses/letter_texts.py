"""The words of decision letters, bokmål and nynorsk side by side (A5).

A letter is written in the reader's form of Norwegian, whatever language the sender has chosen for the app: so they stand
here and not in the catalogue of the app's own texts. Short sentences: what is decided, why, what you can do.
"""

PHONE = "55\N{NO-BREAK SPACE}55\N{NO-BREAK SPACE}33\N{NO-BREAK SPACE}33"
"""NAV's own number for everybody."""

TEXTS: dict[str, dict[str, str]] = {
    # --- titles ---------------------------------------------------------------------------------
    "title.offer": {
        "nb": "Du får tilbud om plass på kurset {course}",
        "nn": "Du får tilbod om plass på kurset {course}",
    },
    "title.refusal": {
        "nb": "Du får ikke plass på kurset {course}",
        "nn": "Du får ikkje plass på kurset {course}",
    },
    "title.end": {
        "nb": "Du går ikke lenger på kurset {course}",
        "nn": "Du går ikkje lenger på kurset {course}",
    },
    "title.not_started": {
        "nb": "Du starter ikke på kurset {course}",
        "nn": "Du startar ikkje på kurset {course}",
    },
    "title.called_off": {
        "nb": "Kurset {course} blir ikke holdt",
        "nn": "Kurset {course} blir ikkje halde",
    },
    "title.cut_short": {
        "nb": "Kurset {course} stopper før tiden",
        "nn": "Kurset {course} stoppar før tida",
    },
    "title.goes_on": {
        "nb": "Du går fortsatt på kurset {course}",
        "nn": "Du går framleis på kurset {course}",
    },
    # --- headings and labels ----------------------------------------------------------------------
    "heading.decided": {"nb": "Dette er bestemt", "nn": "Dette er bestemt"},
    "heading.why": {"nb": "Hvorfor", "nn": "Kvifor"},
    "heading.what_now": {"nb": "Dette kan du gjøre", "nn": "Dette kan du gjere"},
    "heading.disagree": {"nb": "Hvis du er uenig", "nn": "Dersom du er usamd"},
    "heading.ask": {"nb": "Har du spørsmål?", "nn": "Har du spørsmål?"},
    "label.to": {"nb": "Til", "nn": "Til"},
    "label.identity": {"nb": "Fødselsnummer", "nn": "Fødselsnummer"},
    "label.date": {"nb": "Dato", "nn": "Dato"},
    "label.reference": {"nb": "Vår referanse", "nn": "Vår referanse"},
    "label.course": {"nb": "Kurs", "nn": "Kurs"},
    "label.code": {"nb": "Kursnummer", "nn": "Kursnummer"},
    "label.provider": {"nb": "Kursleverandør", "nn": "Kursleverandør"},
    "label.from": {"nb": "Første dag", "nn": "Første dag"},
    "label.until": {"nb": "Siste dag", "nn": "Siste dag"},
    "label.place": {"nb": "Sted", "nn": "Stad"},
    "label.hours": {"nb": "Timer i uka", "nn": "Timar i veka"},
    "page": {"nb": "Side", "nn": "Side"},
    "of": {"nb": "av", "nn": "av"},
    "draft": {"nb": "Utkast. Ikke sendt.", "nn": "Utkast. Ikkje sendt."},
    "greeting": {"nb": "Hilsen", "nn": "Helsing"},
    "caseworker": {"nb": "veileder", "nn": "rettleiar"},
    # --- correction --------------------------------------------------------------------------------
    "corrects": {
        "nb": "Dette brevet retter brevet vi sendte {day} (referanse {reference}). Bruk dette brevet, ikke det gamle.",
        "nn": "Dette brevet rettar brevet vi sende {day} (referanse {reference}). Bruk dette brevet, ikkje det gamle.",
    },
    "corrects.what": {"nb": "Dette er rettet: {what}", "nn": "Dette er retta: {what}"},
    "corrected.last_day": {
        "nb": "Siste dagen din på kurset er {day}.",
        "nn": "Siste dagen din på kurset er {day}.",
    },
    "corrected.why": {
        "nb": "Hvorfor du ikke lenger går på kurset, og siste dagen din: {day}.",
        "nn": "Kvifor du ikkje lenger går på kurset, og siste dagen din: {day}.",
    },
    "corrected.not_started": {"nb": "Du starter ikke på kurset.", "nn": "Du startar ikkje på kurset."},
    "corrected.undone": {"nb": "Du går på kurset som før.", "nn": "Du går på kurset som før."},
    # --- what is decided -----------------------------------------------------------------------------
    "decided.offer": {
        "nb": "Nav gir deg tilbud om plass på kurset {course}. Kurset starter {start}.",
        "nn": "Nav gir deg tilbod om plass på kurset {course}. Kurset startar {start}.",
    },
    "decided.refusal": {
        "nb": "Du søkte på kurset {course} som starter {start}. Du får ikke plass på dette kurset.",
        "nn": "Du søkte på kurset {course} som startar {start}. Du får ikkje plass på dette kurset.",
    },
    "decided.end": {
        "nb": "Du gikk på kurset {course}. Siste dagen din på kurset var {end}.",
        "nn": "Du gjekk på kurset {course}. Siste dagen din på kurset var {end}.",
    },
    "decided.not_started": {
        "nb": "Du hadde plass på kurset {course} som starter {start}. Plassen er ikke lenger din.",
        "nn": "Du hadde plass på kurset {course} som startar {start}. Plassen er ikkje lenger din.",
    },
    "decided.called_off": {
        "nb": "Kurset {course} skulle starte {start}. Det blir ikke holdt.",
        "nn": "Kurset {course} skulle starte {start}. Det blir ikkje halde.",
    },
    "decided.cut_short": {
        "nb": "Kurset {course} stopper før tiden. Siste dagen din på kurset er {end}.",
        "nn": "Kurset {course} stoppar før tida. Siste dagen din på kurset er {end}.",
    },
    "decided.goes_on": {
        "nb": "Du går fortsatt på kurset {course}. Siste dagen din på kurset er {end}.",
        "nn": "Du går framleis på kurset {course}. Siste dagen din på kurset er {end}.",
    },
    # --- why: a refusal --------------------------------------------------------------------------------
    "why.started": {
        "nb": "Kurset har startet, og det var ikke plass til deg.",
        "nn": "Kurset har starta, og det var ikkje plass til deg.",
    },
    "why.requirement": {
        "nb": "Du oppfyller ikke alle kravene til kurset.",
        "nn": "Du oppfyller ikkje alle krava til kurset.",
    },
    "why.too_young": {
        "nb": "Du må ha fylt 19 år når kurset starter.",
        "nn": "Du må ha fylt 19 år når kurset startar.",
    },
    "why.not_registered": {
        "nb": "Du må være registrert som arbeidssøker for å gå på kurset.",
        "nn": "Du må vere registrert som arbeidssøkjar for å gå på kurset.",
    },
    "why.need_not_assessed": {
        "nb": "Nav har ikke vurdert om du trenger kurset for å komme i jobb.",
        "nn": "Nav har ikkje vurdert om du treng kurset for å kome i jobb.",
    },
    "why.norwegian_below": {
        "nb": "Norsknivået ditt er under det kurset krever.",
        "nn": "Norsknivået ditt er under det kurset krev.",
    },
    "why.overlapping_measure": {
        "nb": "Du er på et annet tiltak i den samme perioden.",
        "nn": "Du er på eit anna tiltak i den same perioden.",
    },
    "why.intake_closed": {
        "nb": "Kurset var ikke åpent for søknad.",
        "nn": "Kurset var ikkje ope for søknad.",
    },
    "why.called_off": {
        "nb": "Kurset er avlyst for alle. Det handler ikke om deg.",
        "nn": "Kurset er avlyst for alle. Det handlar ikkje om deg.",
    },
    "why.no_plan": {
        "nb": "Søknaden ventet på en plan. Planen var ikke laget da kurset startet.",
        "nn": "Søknaden venta på ein plan. Planen var ikkje laga då kurset starta.",
    },
    "why.not_in_a_run": {
        "nb": "Ønsket ditt var ikke med i noen fordeling av plasser før kurset startet. Det handler ikke om deg, "
        "og du beholder ventetiden din.",
        "nn": "Ønsket ditt var ikkje med i noka fordeling av plassar før kurset starta. Det handlar ikkje om deg, "
        "og du held på ventetida di.",
    },
    # --- why: the end of a participation; never a word of health ----------------------------------------
    "why.ill": {
        "nb": "Vi har fått vite at du ikke kan være med på kurset.",
        "nn": "Vi har fått vite at du ikkje kan vere med på kurset.",
    },
    "why.work": {"nb": "Du har fått jobb.", "nn": "Du har fått jobb."},
    "why.education": {"nb": "Du begynner på en utdanning.", "nn": "Du byrjar på ei utdanning."},
    "why.other_support": {
        "nb": "Vi mener at du nå trenger annen hjelp enn kurset kan gi.",
        "nn": "Vi meiner at du no treng anna hjelp enn kurset kan gi.",
    },
    "why.no_show": {"nb": "Du møtte ikke opp på kurset.", "nn": "Du møtte ikkje opp på kurset."},
    "why.cut_short": {
        "nb": "Kurset er stanset for alle. Det handler ikke om deg.",
        "nn": "Kurset er stansa for alle. Det handlar ikkje om deg.",
    },
    # --- what you can do -----------------------------------------------------------------------------------
    "now.accepted": {
        "nb": "Du har takket ja, og plassen er din. Møt opp den første dagen.",
        "nn": "Du har takka ja, og plassen er din. Møt opp den første dagen.",
    },
    "now.answer_by": {
        "nb": "Gi beskjed til Nav om du vil ha plassen innen {day}. Svarer du ikke, går plassen til en annen.",
        "nn": "Gi beskjed til Nav om du vil ha plassen innan {day}. Svarar du ikkje, går plassen til ein annan.",
    },
    "now.answer": {
        "nb": "Gi beskjed til Nav om du vil ha plassen. Fristen er fem virkedager fra vi snakker med deg om tilbudet.",
        "nn": "Gi beskjed til Nav om du vil ha plassen. Fristen er fem vyrkedagar frå vi snakkar med deg om tilbodet.",
    },
    "now.may_decline": {
        "nb": "Du kan si nei. Fortell hvorfor, så beholder du ventetiden din. Spør først hva et nei betyr for ytelsen din.",
        "nn": "Du kan seie nei. Fortel kvifor, så held du på ventetida di. Spør først kva eit nei betyr for ytinga di.",
    },
    "now.full": {
        "nb": "Du kan søke på andre kurs. Vi kan vise deg hvilke kurs som har ledige plasser. "
        "Et avslag fordi kurset var fullt, kan gi deg flere poeng neste gang du søker på dette kurset.",
        "nn": "Du kan søkje på andre kurs. Vi kan vise deg kva kurs som har ledige plassar. "
        "Eit avslag fordi kurset var fullt, kan gi deg fleire poeng neste gong du søkjer på dette kurset.",
    },
    "now.requirement": {
        "nb": "Snakk med oss om hva som skal til for å oppfylle kravene, og hvilke kurs du kan søke på nå.",
        "nn": "Snakk med oss om kva som skal til for å oppfylle krava, og kva kurs du kan søkje på no.",
    },
    "now.other": {
        "nb": "Du kan søke på andre kurs. Vi kan vise deg hvilke kurs som har ledige plasser.",
        "nn": "Du kan søkje på andre kurs. Vi kan vise deg kva kurs som har ledige plassar.",
    },
    "now.other_wishes": {
        "nb": "De andre kursene du har søkt på, gjelder fortsatt.",
        "nn": "Dei andre kursa du har søkt på, gjeld framleis.",
    },
    "now.plan": {
        "nb": "Ta kontakt, så planlegger vi sammen hva som er det neste.",
        "nn": "Ta kontakt, så planlegg vi saman kva som er det neste.",
    },
    "now.benefit": {
        "nb": "Får du penger fra Nav mens du går på kurs, kan det bli endret. Spør oss hva som gjelder for deg.",
        "nn": "Får du pengar frå Nav medan du går på kurs, kan det bli endra. Spør oss kva som gjeld for deg.",
    },
    "now.goes_on": {
        "nb": "Møt opp på kurset som før. Spør oss hvis noe er uklart.",
        "nn": "Møt opp på kurset som før. Spør oss dersom noko er uklart.",
    },
    # --- right of appeal ---------------------------------------------------------------------------------------
    "appeal.weeks": {
        "nb": "Fristen for å klage er {weeks} uker fra den dagen du fikk brevet.",
        "nn": "Fristen for å klage er {weeks} veker frå den dagen du fekk brevet.",
    },
    "appeal.week": {
        "nb": "Fristen for å klage er én uke fra den dagen du fikk brevet.",
        "nn": "Fristen for å klage er éi veke frå den dagen du fekk brevet.",
    },
    "appeal.last_day": {
        "nb": "Du fikk brevet {received}. Siste dag for å klage er {day}.",
        "nn": "Du fekk brevet {received}. Siste dag for å klage er {day}.",
    },
    "appeal.law": {"nb": "Reglene står i {law}.", "nn": "Reglane står i {law}."},
    # --- whom to call ----------------------------------------------------------------------------------------------
    "ask.caseworker": {
        "nb": "Veilederen din er {caseworker} på {office}. Du kan også ringe Nav på {phone}.",
        "nn": "Rettleiaren din er {caseworker} på {office}. Du kan òg ringje Nav på {phone}.",
    },
    "ask.office": {
        "nb": "Snakk med oss på {office}. Du kan også ringe Nav på {phone}.",
        "nn": "Snakk med oss på {office}. Du kan òg ringje Nav på {phone}.",
    },
    "ask.interpreter": {
        "nb": "Trenger du tolk, ordner vi det. Det er gratis.",
        "nn": "Treng du tolk, ordnar vi det. Det er gratis.",
    },
}


def text(language: str, key: str, **values) -> str:
    """The words of `key` in "nb" or "nn" with `values` in their places. Raises KeyError for what is not written."""
    return TEXTS[key][language].format(**values)


def first_rules() -> dict[str, dict]:
    """What the first version of each rule says, until the county staff keep their own.

    That admission to a course with a common start is no decision one can appeal is given with the commission; the rest
    is marked as to be confirmed in law.
    """
    may_appeal = {
        "appealable": True,
        "weeks": 6,
        "text_nb": "Du kan klage på avgjørelsen. Skriv hva du er uenig i, og hvorfor. Send klagen til Nav-kontoret ditt. "
        "Vi hjelper deg med å skrive hvis du vil.",
        "text_nn": "Du kan klage på avgjerda. Skriv kva du er usamd i, og kvifor. Send klaga til Nav-kontoret ditt. "
        "Vi hjelper deg med å skrive dersom du vil.",
        "law_reference": "",
        "must_be_confirmed": True,
    }
    return {
        "common_start": {
            "appealable": False,
            "weeks": None,
            "text_nb": "Du kan ikke klage på hvem som får plass på et kurs der alle starter samtidig. "
            "Du kan be Nav om en skriftlig begrunnelse. "
            "Du kan også be om en ny vurdering av hvilken hjelp du trenger for å komme i jobb.",
            "text_nn": "Du kan ikkje klage på kven som får plass på eit kurs der alle startar samstundes. "
            "Du kan be Nav om ei skriftleg grunngiving. "
            "Du kan òg be om ei ny vurdering av kva hjelp du treng for å kome i jobb.",
            "law_reference": "",
            "must_be_confirmed": False,
        },
        "participation_end": may_appeal,
        "other_measure": may_appeal,
    }
