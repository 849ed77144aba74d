"""A database from before units had a history: its papers get the names that stand on them, its versions their unit."""

import pytest
from django.db import connection

from assessments.models import Filing, Snapshot
from assessments.services.imports import load_filing
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation, make_submitted
from tests.filings import monitoring
from tests.migrating import migrate

BEFORE = [("assessments", "0010_one_index_a_key"), ("accounts", "0003_one_index_a_key")]
AFTER = [("accounts", "0005_successions"), ("assessments", "0012_successions")]


@pytest.mark.django_db
def test_papers_keep_what_stands_on_them_and_versions_learn_who_sent_them(scene: Scene) -> None:
    unit = scene.obligation.unit
    sent = make_submitted(scene.obligation, scene.clerk, scene.head)
    draft = make_draft(make_obligation(make_cycle(scene.cycle.prefecture, month=6), unit), scene.clerk)
    texts = {"region_code": unit.region.code, "region": "某县", "reporting_unit": "社保局", "project_name": "养老保险"}
    imported = load_filing(facts=monitoring(texts=texts), source="公开文件", at=NOW).filing
    migrate(BEFORE)
    migrate(AFTER)
    names = {
        pk: (unit, region) for pk, unit, region in Filing.objects.values_list("pk", "unit_as_sent", "region_as_sent")
    }
    here = (unit.name, unit.region.name)
    assert names == {sent.pk: here, imported.pk: here, draft.pk: ("", "")}
    assert set(Snapshot.objects.values_list("filing", "unit")) == {(sent.pk, unit.pk), (imported.pk, unit.pk)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgname = 'append_only' ORDER BY 1")
        assert {row[0] for row in cursor.fetchall()} == {"O"}
