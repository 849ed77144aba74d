"""What was stored before the door was built: cleaned by the migrations, read clean where it must stay."""

import pytest
from django.db import connection

from assessments.domain.exchange import to_payload
from assessments.domain.facts import Facts, Form
from assessments.models import PlainSquare, Snapshot
from assessments.queries import facts_of_snapshot
from portal.text.stored import clean_columns
from tests.assessments.conftest import Scene
from tests.factories.assessments import make_draft

pytestmark = pytest.mark.django_db


def test_only_what_the_door_would_change_is_written_again(scene: Scene) -> None:
    texts = ("\u202e005", "e\u0301\xa0", "好好的 ①")
    squares = list(make_draft(scene.obligation, scene.clerk).squares.all()[: len(texts)])
    with connection.cursor() as cursor:  # past the columns, as it was stored before
        for square, text in zip(squares, texts, strict=True):
            cursor.execute("UPDATE assessments_plainsquare SET raw = %s WHERE id = %s", [text, square.pk])
    clean_columns(PlainSquare, "raw")
    assert [PlainSquare.objects.get(pk=square.pk).raw for square in squares] == ["005", "é ", "好好的 ①"]


def test_a_column_takes_nothing_past_the_door(scene: Scene) -> None:
    square = make_draft(scene.obligation, scene.clerk).squares.first()
    assert square is not None
    PlainSquare.objects.filter(pk=square.pk).update(raw="\u202e005\u200b")
    assert PlainSquare.objects.get(pk=square.pk).raw == "005"


def test_a_name_takes_no_line_break(scene: Scene) -> None:
    scene.clerk.full_name = "王\n小\u202e明"
    scene.clerk.save()
    scene.clerk.refresh_from_db()
    assert scene.clerk.full_name == "王 小明"


def test_a_version_reads_as_it_prints() -> None:
    facts = Facts(form=Form.SELF_ASSESSMENT, edition="self-assessment-2022", squares={"executed.total": "\u202e005"})
    assert facts_of_snapshot(Snapshot(payload=to_payload(facts))).squares == {"executed.total": "005"}
