"""A database of the release before seals: its papers get the seals that they would get today."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from assessments.domain.funds import Fund
from assessments.services.moves import move
from portal.documents.models import SEALED_VARIANTS
from portal.jobs.models import Job
from reviews.services.review_sheets import send_for_signature, sign
from tests.factories.assessments import NOW
from tests.factories.reviews import Court
from tests.migrating import migrate, newest

pytestmark = pytest.mark.django_db

Wanted = set[tuple[str, str, str, str]]


def wanted() -> Wanted:
    """The seals that are asked for."""
    facts = ("subject_kind", "subject_id", "content_digest", "variant")
    return set(Job.objects.filter(variant__in=SEALED_VARIANTS).values_list(*facts))


def ask() -> None:
    """What the migration does, on the rows as they are, when jobs were among the documents."""
    before = [("documents", "0005_pictures_of_every_page"), *newest("assessments", "reviews")]
    migrate(before[:1])
    apps = MigrationExecutor(connection).loader.project_state(before).apps
    import_module("reviews.migrations.0004_seal_earlier_papers").ask(apps, None)
    migrate(newest("documents"))


@pytest.fixture
def before(court: Court) -> Wanted:
    """A signed sheet with its filing, and another filing that was submitted; asked for as today."""
    court.scored()
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    court.submitted(Fund.RESIDENT_PENSION)
    return wanted()


def test_what_people_did_before_there_were_seals_is_sealed(before: Wanted) -> None:
    Job.objects.all().delete()
    ask()
    assert (len(before), wanted()) == (4, before)
    assert set(Job.objects.values_list("state", "queue", "requested_by")) == {("queued", "bulk", None)}


def test_what_is_asked_for_already_is_not_asked_for_twice(before: Wanted) -> None:
    ask()
    assert (Job.objects.count(), wanted()) == (4, before)


def test_what_was_withdrawn_is_not_sealed(court: Court) -> None:
    filing = court.submitted()
    move(filing=filing, name="withdraw", actor=court.head, at=NOW)
    Job.objects.all().delete()
    ask()
    assert wanted() == set()
