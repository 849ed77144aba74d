"""What a job is handed to print: the draft as it stands, or one version as what it was."""

import json
import re
from datetime import timedelta
from hashlib import sha256

import pytest
from django.conf import LazySettings

from assessments.models import Filing, Snapshot
from assessments.queries import facts_of
from assessments.rendering.paper.printed_filing import build
from assessments.services.moves import move
from assessments.services.snapshots import ChangedSnapshotError, digest_of_facts
from portal.accounts.models import Unit
from portal.documents.models import PublicCode
from portal.documents.papers.printable_html import SealPlace
from portal.seals.fields import UNIT_FIELD
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_draft, make_submitted
from tests.factories.targets import Office
from tests.printed import words


@pytest.fixture
def submitted(scene: Scene) -> Filing:
    return make_submitted(scene.obligation, scene.clerk, scene.head)


def test_a_draft_is_printed_as_it_stands(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=2)
    page = build(str(filing.pk), "draft", "")
    assert page.digest == digest_of_facts(facts_of(filing))
    assert "草稿" in words(page.html)
    assert page.filename.endswith("_草稿.pdf")


def test_a_version_is_printed_with_who_sent_it_and_when(scene: Scene, submitted: Filing) -> None:
    snapshot = submitted.snapshots.get()
    page = build(str(submitted.pk), "unsigned", snapshot.digest)
    text = words(page.html)
    assert page.digest == snapshot.digest
    assert "未签章" in text
    assert f"填报单位：{scene.clerk.unit.name}" in text
    assert "2026年10月13日" in text
    assert page.title == f"{scene.clerk.unit.region.name}社保基金支出绩效监控情况表（未签章）"


def test_a_later_version_leaves_the_earlier_one_as_it_was(scene: Scene, submitted: Filing) -> None:
    later = NOW + timedelta(days=1)
    move(filing=submitted, name="withdraw", actor=scene.head, at=NOW)
    move(filing=loaded(submitted), name="send_to_head", actor=scene.clerk, at=later)
    move(filing=loaded(submitted), name="submit", actor=scene.head, at=later)
    pages = [
        build(str(submitted.pk), "unsigned", snapshot.digest) for snapshot in submitted.snapshots.order_by("version")
    ]
    assert [re.findall(r"2026年10月1\d日", words(page.html)) for page in pages] == [
        ["2026年10月13日"],
        ["2026年10月14日"],
    ]
    assert [page.filename.endswith("_第2版.pdf") for page in pages] == [False, True]


def test_a_version_that_never_was_is_not_made_up(submitted: Filing) -> None:
    with pytest.raises(Snapshot.DoesNotExist):
        build(str(submitted.pk), "unsigned", "0" * 64)


def test_the_attached_facts_of_a_version_are_what_its_digest_was_made_from(submitted: Filing) -> None:
    snapshot = submitted.snapshots.get()
    page = build(str(submitted.pk), "sealed", snapshot.digest)
    attached = json.loads(page.facts)
    assert sha256(page.facts).hexdigest() == snapshot.digest
    assert attached["facts"] == snapshot.payload
    assert (attached["version"], attached["at"]) == (1, NOW.isoformat())


def test_the_attached_facts_of_a_draft_are_what_its_digest_was_made_from(scene: Scene) -> None:
    page = build(str(make_draft(scene.obligation, scene.clerk, rows=2).pk), "draft", "")
    assert sha256(page.facts).hexdigest() == page.digest


def test_a_version_that_is_not_what_its_digest_says_is_not_printed(submitted: Filing) -> None:
    snapshot = submitted.snapshots.get()
    snapshot.pk, snapshot.version, snapshot.digest = None, 2, "0" * 64
    snapshot.save()
    with pytest.raises(ChangedSnapshotError) as raised:
        build(str(submitted.pk), "unsigned", "0" * 64)
    assert str(raised.value) == "第2版的数据与报送时的摘要不符，不能生成文件。请联系系统管理员。"


def test_a_paper_to_be_sealed_has_a_place_for_each_seal_and_no_mark(scene: Scene, submitted: Filing) -> None:
    page = build(str(submitted.pk), "sealed", submitted.snapshots.get().digest)
    office = scene.office_head.unit
    assert page.seal_places == (
        SealPlace("seal-unit", "UnitSeal", f"{scene.clerk.unit.name}公章"),
        SealPlace("seal-prefecture", "PrefectureSeal", f"{office.name}公章"),
    )
    text = words(page.html)
    assert (text.count("（公章）"), text.count(f"审核单位：{office.name}"), text.count("未签章")) == (3, 1, 0)
    assert page.title == f"{scene.clerk.unit.region.name}社保基金支出绩效监控情况表"
    assert page.filename.endswith("_已签章.pdf")


@pytest.mark.parametrize("variant", ["draft", "unsigned"])
def test_a_paper_that_nobody_seals_has_no_signature_fields(submitted: Filing, variant: str) -> None:
    assert build(str(submitted.pk), variant, submitted.snapshots.get().digest).seal_places == ()


def test_without_a_finance_bureau_only_the_unit_has_a_place(scene: Scene, submitted: Filing) -> None:
    Unit.objects.filter(pk=scene.office_head.unit_id).update(kind=Unit.Kind.SOCIAL_INSURANCE)
    page = build(str(submitted.pk), "sealed", submitted.snapshots.get().digest)
    assert [place.field for place in page.seal_places] == ["UnitSeal"]
    assert "审核单位" not in words(page.html)


def test_a_paper_carries_its_public_code_as_picture_and_words(submitted: Filing, settings: LazySettings) -> None:
    settings.PUBLIC_URL = "https://zhibao.example"
    digest = submitted.snapshots.get().digest
    page = build(str(submitted.pk), "unsigned", digest)
    (code,) = PublicCode.objects.filter(content_digest=digest).values_list("code", flat=True)
    assert page.code == code
    assert f'src="qr:https://zhibao.example/v/{code}/"' in page.html
    assert words(page.html).count(f"{code[:4]}-{code[4:8]}-{code[8:]}") == 2
    assert "zhibao.example/v/" in words(page.html)
    assert build(str(submitted.pk), "sealed", digest).code == code


def test_a_draft_has_no_public_code(scene: Scene) -> None:
    page = build(str(make_draft(scene.obligation, scene.clerk).pk), "draft", "")
    assert (page.code, "查验码" in words(page.html)) == ("", False)
    assert not PublicCode.objects.exists()


@pytest.mark.django_db
def test_a_paper_that_nobody_reviews_has_the_place_of_one_seal() -> None:
    office = Office()
    filing = office.approved()
    page = build(str(filing.pk), "sealed", filing.snapshots.get().digest)
    assert [place.field for place in page.seal_places] == [UNIT_FIELD]
    assert "审核单位" not in words(page.html)
