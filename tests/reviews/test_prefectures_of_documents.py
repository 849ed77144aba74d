"""Every document knows the prefecture of its subject: those made now, and those of a database from before."""

import pytest
from django.db import connection
from django.utils.module_loading import import_string

from portal import clock
from portal.documents.models import Document
from portal.settings import DOCUMENT_PREFECTURES
from reviews.services.exports import export
from tests.factories.nation import make_nation
from tests.factories.realistic import payload
from tests.factories.reviews import Court
from tests.migrating import migrate, newest

pytestmark = pytest.mark.django_db
BEFORE = [("reviews", "0006_one_index_a_key"), ("documents", "0003_store_faults")]


def known() -> set[tuple[str, int | None]]:
    """Documents with their prefectures."""
    return {(str(pk), prefecture) for pk, prefecture in Document.objects.values_list("pk", "prefecture")}


def test_whatever_is_listed_says_where_it_belongs(court: Court) -> None:
    court.scored()
    sheet = court.sheet()
    job = export(cycle=court.cycle, actor=court.admin, at=clock.now())
    subjects = {"filing": court.cycle.obligations.get().filing.pk, "review_sheet": sheet.pk, "bundle": job.subject_id}
    found = {kind: import_string(name)(str(subjects[kind])) for kind, name in DOCUMENT_PREFECTURES.items()}
    assert found == dict.fromkeys(subjects, court.prefecture.pk)


def test_documents_of_a_database_from_before_are_told_where_they_belong() -> None:
    make_nation(prefectures=2, counties=1, years=1, payload=payload())
    before = known()
    assert len({prefecture for _pk, prefecture in before}) == 2
    migrate(BEFORE)
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, "documents_document")
    assert "prefecture_id" not in {column.name for column in columns}
    migrate(newest())
    assert known() == before
