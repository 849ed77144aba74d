"""A whole nation's filings of many years, made in the store itself: 200 000 in a minute or two.

Every county has one bureau, which owes five funds in three cycles a year. Past years are concluded, sealed and printed;
the present one is at every stage. The first prefecture is for people of flesh and blood: its present
self-assessments are left to the caller.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from assessments.domain.consistency import NEWEST
from assessments.models import Cycle
from portal.accounts.models import Region, Unit, User

#: The last year of every nation.
YEAR = 2026
FUNDS = ("GOV_PENSION", "RESIDENT_PENSION", "EMPLOYEE_PENSION", "WORK_INJURY", "UNEMPLOYMENT")
MONTHS = (6, 9)
FILINGS_A_YEAR = len(FUNDS) * (1 + len(MONTHS))

_PLACES = """
INSERT INTO accounts_region (code, name, level, parent_id) VALUES ('000000', '全国', 'region', NULL);
INSERT INTO accounts_region (code, name, level, parent_id)
SELECT (1000 + p) || '00', '第' || p || '州', 'prefecture', top.id
FROM accounts_region top, generate_series(1, %(prefectures)s) p WHERE top.code = '000000';
INSERT INTO accounts_region (code, name, level, parent_id)
SELECT left(above.code, 4) || lpad(c::text, 2, '0'), above.name || c || '县', 'county', above.id
FROM accounts_region above, generate_series(1, %(counties)s) c WHERE above.level = 'prefecture';
INSERT INTO accounts_unit (region_id, kind, name, short_name, aliases, active)
SELECT id, CASE level WHEN 'county' THEN 'social_insurance' ELSE 'finance' END,
       name || CASE level WHEN 'county' THEN '社会保险管理局' ELSE '财政局' END,
       name || CASE level WHEN 'county' THEN '社保局' ELSE '财政局' END, '{}', true
FROM accounts_region WHERE level IN ('county', 'prefecture');
INSERT INTO accounts_user
    (username, full_name, password, unit_id, roles, is_active, must_change_password, session_epoch, created_at)
SELECT role || '-' || unit.id, role || unit.id, '!', unit.id, ARRAY[role], true, false, 0, now()
FROM accounts_unit unit, unnest(CASE unit.kind WHEN 'finance' THEN ARRAY['reviewer', 'auditor', 'business_admin']
                                ELSE ARRAY['clerk', 'head'] END) role;
"""

_CYCLES = """
INSERT INTO assessments_cycle
    (prefecture_id, kind, year, month, edition, rule_set, weights, opens_at, due_at, opened_at,
     historical)
SELECT region.id, CASE WHEN month IS NULL THEN 'self_assessment' ELSE 'monitoring_report' END, year, month,
       CASE WHEN month IS NULL THEN 'self-assessment-2022' ELSE 'monitoring-2020' END, %(rule_set)s, '{}',
       make_date(year, coalesce(month, 10), 1), make_date(year, coalesce(month, 10), 20),
       make_date(year, coalesce(month, 10), 1), false
FROM accounts_region region, generate_series(%(first)s, %(last)s) year, unnest(%(months)s::int[]) month
WHERE region.level = 'prefecture';
INSERT INTO assessments_obligation (cycle_id, unit_id, fund)
SELECT cycle.id, unit.id, fund
FROM assessments_cycle cycle
JOIN accounts_region county ON county.parent_id = cycle.prefecture_id
JOIN accounts_unit unit ON unit.region_id = county.id, unnest(%(funds)s::text[]) fund;
"""

_FILINGS = """
INSERT INTO assessments_filing
    (obligation_id, edition, amount_unit, state, version, imported, source, extras, created_at, saved_at, saved_by_id,
     preparer_id, submitter_id, received_at, reviewer_id, unit_as_sent, region_as_sent)
SELECT owed.id, cycle.edition, '万元', stage.state, stage.version, false, '', '{}', cycle.opens_at, cycle.opens_at,
       clerk.id, clerk.id, head.id, CASE WHEN stage.version > 0 THEN cycle.opens_at END,
       CASE WHEN stage.state IN ('in_review', 'concluded') THEN reviewer.id END,
       CASE WHEN stage.version > 0 THEN bureau.name ELSE '' END,
       CASE WHEN stage.version > 0 THEN county.name ELSE '' END
FROM (SELECT *, row_number() OVER (PARTITION BY cycle_id ORDER BY id) AS place FROM assessments_obligation) owed
JOIN accounts_unit bureau ON bureau.id = owed.unit_id
JOIN accounts_region county ON county.id = bureau.region_id
JOIN assessments_cycle cycle ON cycle.id = owed.cycle_id
JOIN accounts_unit office ON office.region_id = cycle.prefecture_id AND office.kind = 'finance'
JOIN accounts_user clerk ON clerk.username = 'clerk-' || owed.unit_id
JOIN accounts_user head ON head.username = 'head-' || owed.unit_id
JOIN accounts_user reviewer ON reviewer.username = 'reviewer-' || office.id,
LATERAL (SELECT CASE WHEN cycle.year < %(last)s THEN 'concluded'
                ELSE (ARRAY['draft', 'submitted', 'in_review', 'concluded'])[1 + mod(owed.place, 4)]
                END AS state) picked,
LATERAL (SELECT picked.state, CASE picked.state WHEN 'draft' THEN 0 ELSE 1 END AS version) stage
WHERE NOT (cycle.prefecture_id = %(own)s AND cycle.year = %(last)s AND cycle.month IS NULL);
INSERT INTO assessments_plainsquare (filing_id, key, raw)
SELECT filing.id, key, '按时足额发放，' || filing.id
FROM assessments_filing filing, unnest(ARRAY['goal_expected', 'goal_actual']) key;
INSERT INTO assessments_plainsquare (filing_id, key, raw, amount)
SELECT filing.id, key, filing.id::text, filing.id
FROM assessments_filing filing, unnest(ARRAY['adjusted_budget.total', 'received.total', 'executed.total']) key;
INSERT INTO assessments_listrow (filing_id, name, position, squares)
SELECT filing.id, 'indicators', position,
       '{"level1": "产出指标", "level2": "数量指标", "level3": "参保人数", "target": "90人", "actual": "95人"}'
FROM assessments_filing filing, generate_series(1, 3) position;
"""

_COURSES = """
INSERT INTO assessments_snapshot
    (filing_id, unit_id, version, edition, rule_set, payload, findings, digest, preparer_id, actor_id, at)
SELECT filing.id, owed.unit_id, 1, filing.edition, %(rule_set)s, %(payload)s, '[]',
       encode(sha256(filing.id::text::bytea), 'hex'), filing.preparer_id, filing.submitter_id, filing.received_at
FROM assessments_filing filing JOIN assessments_obligation owed ON owed.id = filing.obligation_id
WHERE filing.version > 0;
INSERT INTO assessments_move (filing_id, name, source, target, actor_id, at, reason, version)
SELECT filing.id, step.name, step.source, step.target, filing.preparer_id, filing.received_at, '', 1
FROM assessments_filing filing, (VALUES
    ('send_to_head', 'draft', 'pending_head'), ('submit', 'pending_head', 'submitted'),
    ('take_up', 'submitted', 'in_review'), ('score', 'in_review', 'scored'),
    ('conclude', 'scored', 'concluded')) step(name, source, target)
WHERE filing.version > 0 AND (filing.state = 'concluded' OR step.name IN ('send_to_head', 'submit'));
INSERT INTO assessments_snapshot
    (filing_id, unit_id, version, edition, rule_set, payload, findings, digest, preparer_id, actor_id, at)
SELECT filing_id, unit_id, 2, edition, rule_set, payload, findings,
       encode(sha256(('again' || filing_id)::bytea), 'hex'), preparer_id, actor_id, at
FROM assessments_snapshot WHERE mod(filing_id, 50) = 0;
INSERT INTO assessments_move (filing_id, name, source, target, actor_id, at, reason, version)
SELECT id, 'withdraw', 'submitted', 'draft', submitter_id, received_at, '', 2
FROM assessments_filing WHERE version > 0 AND mod(id, 50) = 0;
INSERT INTO reviews_review (filing_id, version, reviewer_id, started_at, submitted_at)
SELECT id, 1, reviewer_id, received_at, CASE state WHEN 'concluded' THEN received_at END
FROM assessments_filing WHERE reviewer_id IS NOT NULL;
INSERT INTO reviews_score (review_id, part, points, proposed, reason)
SELECT review.id, part, CASE WHEN submitted_at IS NOT NULL THEN 10 END, 10, ''
FROM reviews_review review,
     unnest(ARRAY['budget_execution', 'goal_completion', 'deviation_response', 'timeliness']) part;
"""

_PAPERS = """
INSERT INTO jobs_job
    (id, kind, subject_kind, subject_id, content_digest, variant, parameters, queue, state, attempts, fence,
     progress_done, progress_total, stage, error, error_values, error_detail, requested_at, started_at, finished_at)
SELECT gen_random_uuid(), CASE variant WHEN 'sealed' THEN 'seal' ELSE 'countersign' END, 'filing',
       snapshot.filing_id::text, snapshot.digest, variant, '{}', 'interactive', 'done', 1, 1, 0, 0, '', '', '{}', '',
       snapshot.at, snapshot.at, snapshot.at
FROM assessments_snapshot snapshot
JOIN assessments_filing filing ON filing.id = snapshot.filing_id, unnest(ARRAY['sealed', 'countersigned']) variant
WHERE variant = 'sealed' OR (filing.state = 'concluded' AND snapshot.version = 1);
INSERT INTO documents_document
    (id, job_id, kind, subject_kind, subject_id, content_digest, variant, version, filename, sha256, size, path,
     created_at, prefecture_id)
SELECT gen_random_uuid(), job.id, 'pdf', subject_kind, job.subject_id, job.content_digest, variant, snapshot.version,
       '自评表.pdf', encode(sha256((variant || snapshot.id)::bytea), 'hex'), 76000, 'aa/bb', snapshot.at,
       cycle.prefecture_id
FROM jobs_job job
JOIN assessments_snapshot snapshot ON snapshot.filing_id::text = job.subject_id AND snapshot.digest = job.content_digest
JOIN assessments_filing filing ON filing.id = snapshot.filing_id
JOIN assessments_obligation owed ON owed.id = filing.obligation_id
JOIN assessments_cycle cycle ON cycle.id = owed.cycle_id;
"""


@dataclass(frozen=True)
class Nation:
    """The people of its first county and of the prefecture above it."""

    bureau: Unit
    prefecture: Region
    cycle: Cycle

    def person(self, role: str) -> User:
        """Who has ``role`` there: a clerk or head of the bureau, anybody else of the prefecture's finance bureau."""
        unit = self.bureau if role in ("clerk", "head") else Unit.objects.get(region=self.prefecture, kind="finance")
        return User.objects.select_related("unit__region").get(unit=unit, roles=[role])


def make_nation(*, prefectures: int, counties: int, years: int, payload: Mapping[str, Any]) -> Nation:
    """About ``prefectures × counties × years × 15`` filings whose versions say ``payload``; statistics are fresh."""
    said = {
        "prefectures": prefectures,
        "counties": counties,
        "first": YEAR - years + 1,
        "last": YEAR,
        "months": [None, *MONTHS],
        "funds": list(FUNDS),
        "rule_set": NEWEST,
        "payload": json.dumps(payload, ensure_ascii=False),
    }
    _run(_PLACES, said)
    _run(_CYCLES, said)
    bureau = Unit.objects.select_related("region__parent").get(region__code="100101")
    for script in (_FILINGS, _COURSES, _PAPERS):
        _run(script, said | {"own": bureau.region.parent_id})
    _run("ANALYZE", {})
    prefecture = bureau.region.parent
    assert prefecture is not None
    return Nation(bureau, prefecture, Cycle.objects.get(prefecture=prefecture, kind="self_assessment", year=YEAR))


def _run(script: str, said: Mapping[str, Any]) -> None:
    """Statement by statement, because one that carries parameters stands alone; each may take longer than a page's."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        for statement in script.split(";\n"):
            if statement.strip():
                cursor.execute(statement, said)
        cursor.execute("RESET statement_timeout")
