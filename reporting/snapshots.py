"""Computes snapshots: what came of each participation on a milestone's day (R2, R12; definitions in 04-outcomes).

Set-based: three statements per milestone (find, supersede, insert), never a loop over persons. Called only by
`reporting.actions.snapshots`. The plain-Python reference is `reporting.engines.categories`; a test holds this to it.
"""

import datetime as dt

from django.db import connection, transaction

from amo import clock, locks
from amo.models import JobRun
from participants.models import Employment
from reporting.models import Milestone

LOCK = "reporting.snapshots"
# From T26 on, the provider reports no more: only the register and the caseworker count (04-outcomes).
LATE_SOURCES = [Employment.Source.REGISTER.value, Employment.Source.CASEWORKER.value]
EVERY_SOURCE = [source.value for source in Employment.SOURCES_BY_TRUST]
# Both in the order of trust: where two tell of one job, the first counts.

DUE = """
    SELECT e.id AS enrolment_id, e.participant_id, e.starts_on, e.status, e.end_reason,
           GREATEST(i.ends_on, e.ends_on) AS ended_on,
           GREATEST(i.ends_on, e.ends_on) + %(days)s AS day
    FROM courses_enrolment e
    JOIN courses_intake i ON i.id = e.intake_id
    WHERE e.status NOT IN ('not_started', 'awaiting_start')
      AND i.status <> 'called_off'
      AND GREATEST(i.ends_on, e.ends_on) + %(days)s <= %(as_of)s
      AND (NOT %(only_missing)s OR NOT EXISTS (
          SELECT 1 FROM reporting_outcomesnapshot s WHERE s.enrolment_id = e.id AND s.milestone = %(milestone)s))
"""

HELD = """
    SELECT d.enrolment_id, d.starts_on AS course_starts_on, d.day, j.*,
           array_position(%(sources)s::text[], j.source::text) AS trust,
           CASE WHEN j.source = 'provider' THEN m.provider_id END AS provider_id,
           lower(regexp_replace(btrim(j.employer_name), '[[:space:]]+', ' ', 'g')) AS employer
    FROM due d
    JOIN participants_employment j ON j.participant_id = d.participant_id
     AND j.superseded_at IS NULL
     AND j.source = ANY(%(sources)s)
     AND j.starts_on <= d.day AND (j.ends_on IS NULL OR j.ends_on >= d.day)
    JOIN amo_membership m ON m.id = j.recorded_by_id
"""

# NAV and a provider may each tell of one job (R4): the most trusted counts, of two providers the one that told last.
# Several jobs at one employer from one source are several. The same employer is as in Employment.is_at_employer_of.
TOLD_BETTER = """
    SELECT DISTINCT h.enrolment_id, h.id
    FROM held h
    JOIN held o ON o.enrolment_id = h.enrolment_id
     AND (o.trust < h.trust OR (o.trust = h.trust AND o.provider_id <> h.provider_id
                                AND (o.recorded_at, o.id) > (h.recorded_at, h.id)))
     AND CASE WHEN o.employer_number <> '' AND h.employer_number <> '' THEN o.employer_number = h.employer_number
              ELSE o.employer = h.employer END
"""

# How secure a job is: permanent, then temporary of 90 days or more (an apprenticeship is), then shorter.
# An end that is not known counts by the days held until then.
# What she wishes, and that the employer is the placement's, may be known from a fact that is told better by another.
JOBS = """
    SELECT j.enrolment_id,
           count(*) FILTER (WHERE ordinary) AS ordinary_jobs,
           COALESCE(sum(j.fte_low) FILTER (WHERE ordinary), 0) AS fte_low,
           COALESCE(sum(COALESCE(j.fte_high, j.fte_low)) FILTER (WHERE ordinary), 0) AS fte_high,
           max(j.wanted_fte) AS wanted_fte,
           (array_agg(security ORDER BY security, j.on_call, j.id) FILTER (WHERE ordinary))[1] AS security,
           (array_agg(j.form ORDER BY security, j.on_call, j.id) FILTER (WHERE ordinary))[1] AS form,
           bool_and(j.on_call) FILTER (WHERE ordinary) AS on_call,
           bool_or(j.form = 'self_employed' AND NOT j.wage_subsidy) FILTER (WHERE counts) AS self_employed,
           bool_or(j.wage_subsidy) FILTER (WHERE counts) AS wage_subsidy,
           bool_or(j.starts_on >= j.course_starts_on) FILTER (WHERE counts AND NOT j.wage_subsidy) AS began_after_start,
           bool_or(ordinary) AND bool_or(NOT j.wage_subsidy AND j.form <> 'self_employed'
             AND j.employer_number <> '' AND EXISTS (
               SELECT 1 FROM placements_placement p JOIN placements_employer w ON w.id = p.employer_id
               WHERE p.enrolment_id = j.enrolment_id AND p.status <> 'cancelled'
                 AND w.organisation_number = j.employer_number)) AS same_employer,
           array_agg(j.id ORDER BY j.id) FILTER (WHERE counts) AS ids
    FROM held j
    LEFT JOIN told_better b ON b.enrolment_id = j.enrolment_id AND b.id = j.id
    CROSS JOIN LATERAL (SELECT b.id IS NULL AS counts) AS told
    CROSS JOIN LATERAL (SELECT counts AND NOT j.wage_subsidy AND j.form <> 'self_employed' AS ordinary,
        CASE WHEN j.form = 'permanent' THEN 1
             WHEN j.form = 'apprentice' THEN 2
             WHEN COALESCE(j.ends_on, j.day) - j.starts_on >= 90 THEN 2
             ELSE 3 END AS security) AS judged
    GROUP BY j.enrolment_id
"""

OTHER_FACTS = """
    SELECT d.*,
           ARRAY(SELECT x.id FROM courses_enrolment x
                 WHERE x.participant_id = d.participant_id AND x.id <> d.enrolment_id
                   AND x.status NOT IN ('not_started', 'awaiting_start')
                   AND d.day BETWEEN x.starts_on AND x.ends_on ORDER BY x.id) AS courses,
           ARRAY(SELECT p.id FROM placements_placement p
                 WHERE p.participant_id = d.participant_id AND p.enrolment_id <> d.enrolment_id
                   AND p.status NOT IN ('cancelled', 'agreed')
                   AND d.day BETWEEN p.starts_on AND p.ends_on ORDER BY p.id) AS placements,
           ARRAY(SELECT m.kind || ':' || m.id FROM participants_measure m
                 WHERE m.participant_id = d.participant_id AND m.starts_on <= d.day
                   AND (m.ends_on IS NULL OR m.ends_on >= d.day) ORDER BY m.id) AS measures,
           ARRAY(SELECT u.kind || ':' || u.id FROM participants_educationperiod u
                 WHERE u.participant_id = d.participant_id AND u.starts_on <= d.day
                   AND (u.ends_on IS NULL OR u.ends_on >= d.day) ORDER BY u.id) AS education,
           ARRAY(SELECT r.id FROM participants_jobseekerperiod r
                 WHERE r.participant_id = d.participant_id AND r.starts_on <= d.day
                   AND (r.ends_on IS NULL OR r.ends_on >= d.day) ORDER BY r.id) AS registered,
           (SELECT count(*) FROM participants_contactattempt a
             WHERE a.participant_id = d.participant_id AND NOT a.reached
               AND a.made_on >= d.ended_on AND a.made_on <= d.day) AS attempts,
           EXISTS (SELECT 1 FROM participants_contactattempt a
             WHERE a.participant_id = d.participant_id AND a.reached
               AND a.made_on >= d.ended_on AND a.made_on <= d.day) AS reached,
           CASE WHEN d.status <> 'dropped_out' OR d.end_reason IN ('work', 'education') THEN ''
                WHEN d.end_reason = 'ill' THEN 'left_ill' ELSE 'left_other' END AS left_category
    FROM due d
"""

# The order of precedence of 04-outcomes, "Categories".
CATEGORY = """
    CASE WHEN j.ordinary_jobs > 0 AND j.fte_low < 50 THEN 'part_time'
         WHEN j.ordinary_jobs > 0 AND j.security = 1 THEN 'permanent'
         WHEN j.ordinary_jobs > 0 AND j.security = 2 THEN 'temporary_long'
         WHEN j.ordinary_jobs > 0 THEN 'temporary_short'
         WHEN j.self_employed THEN 'self_employed'
         WHEN j.wage_subsidy OR f.measures::text LIKE '%%wage_subsidy:%%' THEN 'wage_subsidy'
         WHEN cardinality(f.courses) > 0 OR f.measures::text LIKE '%%amo:%%' THEN 'amo'
         WHEN cardinality(f.placements) > 0 OR f.measures::text LIKE '%%placement:%%' THEN 'placement'
         WHEN f.education::text LIKE '%%nav:%%' THEN 'education_nav'
         WHEN f.education::text LIKE '%%ordinary:%%' THEN 'education_ordinary'
         WHEN f.left_category <> '' THEN f.left_category
         WHEN cardinality(f.registered) > 0 OR f.reached THEN 'unemployed'
         ELSE 'no_contact' END
"""

FIND = f"""
CREATE TEMPORARY TABLE changed_snapshot ON COMMIT DROP AS
WITH due AS MATERIALIZED ({DUE}), held AS MATERIALIZED ({HELD}), told_better AS ({TOLD_BETTER}),
jobs AS ({JOBS}), facts AS ({OTHER_FACTS}),
computed AS (
    SELECT f.enrolment_id, f.day, {CATEGORY} AS category, f.left_category,
           CASE j.security WHEN 1 THEN 'permanent' WHEN 2 THEN 'temporary_long' WHEN 3 THEN 'temporary_short'
                ELSE '' END AS form,
           COALESCE(j.on_call, false) AS on_call,
           COALESCE(j.form = 'apprentice', false) AS is_apprentice,
           CASE WHEN j.ordinary_jobs > 0 THEN j.fte_low END AS fte_low,
           CASE WHEN j.ordinary_jobs > 0 THEN j.fte_high END AS fte_high,
           j.wanted_fte,
           COALESCE(j.began_after_start, false) AS began_after_start,
           COALESCE(j.same_employer, false) AS same_employer,
           f.attempts,
           jsonb_build_object('jobs', COALESCE(to_jsonb(j.ids), '[]'), 'courses', to_jsonb(f.courses),
               'placements', to_jsonb(f.placements), 'measures', to_jsonb(f.measures),
               'education', to_jsonb(f.education), 'registered', to_jsonb(f.registered),
               'reached', f.reached) AS facts
    FROM facts f LEFT JOIN jobs j ON j.enrolment_id = f.enrolment_id
), signed AS (
    SELECT c.*, md5(c::text) AS fingerprint FROM computed c
)
SELECT s.*, COALESCE(latest.number, 0) + 1 AS number, latest.id AS superseded_id
FROM signed s
LEFT JOIN reporting_outcomesnapshot latest
  ON latest.enrolment_id = s.enrolment_id AND latest.milestone = %(milestone)s AND latest.is_latest
WHERE latest.id IS NULL OR latest.fingerprint <> s.fingerprint
"""

SUPERSEDE = """
UPDATE reporting_outcomesnapshot SET is_latest = false
WHERE id IN (SELECT superseded_id FROM changed_snapshot)
"""

INSERT = """
INSERT INTO reporting_outcomesnapshot
    (public_id, enrolment_id, milestone, due_on, number, is_latest, category, left_category, form, on_call,
     is_apprentice, fte_low, fte_high, wanted_fte, began_on_or_after_start, same_employer_as_placement,
     contact_attempts, facts, fingerprint, computed_at, run_id)
SELECT gen_random_uuid(), enrolment_id, %(milestone)s, day, number, true, category, left_category, form, on_call,
       is_apprentice, fte_low, fte_high, wanted_fte, began_after_start, same_employer,
       attempts, facts, fingerprint, %(computed_at)s, %(run)s
FROM changed_snapshot
ORDER BY enrolment_id
"""

COUNT_MISSING = """
SELECT count(*)
FROM (VALUES (0), (6), (12), (26), (52)) AS m(weeks)
JOIN courses_enrolment e ON e.status NOT IN ('not_started', 'awaiting_start')
JOIN courses_intake i ON i.id = e.intake_id AND i.status <> 'called_off'
WHERE GREATEST(i.ends_on, e.ends_on) + m.weeks * 7 <= %(as_of)s
  AND NOT EXISTS (
      SELECT 1 FROM reporting_outcomesnapshot s WHERE s.enrolment_id = e.id AND s.milestone = m.weeks)
"""


def count_missing(as_of: dt.date) -> int:
    """How many snapshots are due on or before `as_of` and not computed, over all milestones. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_MISSING, {"as_of": as_of})
        return cursor.fetchone()[0]


@transaction.atomic
def compute(milestone: int, as_of: dt.date, *, run: JobRun | None = None, only_missing: bool = False) -> int:
    """Compute one milestone (weeks) for everything due on or before `as_of`; returns the rows written.

    Nothing changes when no fact has changed. Facts that came late give a new version; the first stays (R2).
    With `only_missing`, participations that have a snapshot are left alone.
    """
    parameters = {
        "milestone": milestone,
        "days": milestone * 7,
        "as_of": as_of,
        "only_missing": only_missing,
        "sources": LATE_SOURCES if milestone >= Milestone.T26 else EVERY_SOURCE,
        "computed_at": clock.now(),
        "run": run.pk if run else None,
    }
    # Two runs at once would both write version n: the second waits here.
    locks.wait_for_transaction(f"{LOCK}:{milestone}")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS changed_snapshot")
        cursor.execute(FIND, parameters)
        cursor.execute(SUPERSEDE)
        cursor.execute(INSERT, parameters)
        return cursor.rowcount
