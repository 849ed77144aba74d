"""Papers submitted, concluded or signed before there were seals are asked to be sealed now, as they would be today.

The rows are all: the next sweep of the workers finds them, and asks which acts stand before it seals any.
"""

from django.db import migrations
from django.db.models import Exists, OuterRef
from django.utils import timezone


def ask(apps, _schema_editor):
    """One job for each seal that is missing, after those of people in front of a screen."""
    wanted = [*_of_filings(apps), *_of_sheets(apps)]
    Job = apps.get_model("documents", "Job")
    at = timezone.now()
    Job.objects.bulk_create(
        [
            Job(
                kind="pdf",
                subject_kind=kind,
                subject_id=str(subject),
                content_digest=digest,
                variant=variant,
                queue="bulk",
                requested_at=at,
            )
            for kind, subject, digest, variant in wanted
        ],
        ignore_conflicts=True,
    )


def _of_filings(apps):
    Move, Snapshot = apps.get_model("assessments", "Move"), apps.get_model("assessments", "Snapshot")
    withdrawn = Move.objects.filter(filing=OuterRef("filing"), version=OuterRef("version"), name="withdraw")
    received = Snapshot.objects.filter(~Exists(withdrawn), actor__isnull=False).select_related("filing")
    for snapshot in received.defer("payload", "findings").order_by("at"):
        yield "filing", snapshot.filing_id, snapshot.digest, "sealed"
        if snapshot.filing.state == "concluded" and snapshot.version == snapshot.filing.version:
            yield "filing", snapshot.filing_id, snapshot.digest, "countersigned"


def _of_sheets(apps):
    ReviewSheetSnapshot = apps.get_model("reviews", "ReviewSheetSnapshot")
    in_force = ReviewSheetSnapshot.objects.filter(sheet__state="signed", sheet__imported=False, actor__isnull=False)
    for snapshot in in_force.defer("payload").order_by("at"):
        yield "review_sheet", snapshot.sheet_id, snapshot.digest, "sealed"


class Migration(migrations.Migration):

    dependencies = [
        ("assessments", "0005_remove_filing_confirmations"),
        ("documents", "0002_seals"),
        ("reviews", "0003_returns_senders_exports"),
    ]

    #: It asks the table of jobs as that was.
    run_before = [("documents", "0006_jobs_move_out")]

    operations = [migrations.RunPython(ask, migrations.RunPython.noop, elidable=True)]
