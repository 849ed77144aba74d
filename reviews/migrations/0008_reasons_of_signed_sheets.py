"""Signed sheets keep the reasons that stood beside them; earlier ones where they cannot have changed since."""

from typing import Any

from django.db import migrations, models

GUARD = "ALTER TABLE reviews_reviewsheetsnapshot {} TRIGGER append_only"


def keep_reasons(apps: Any, schema_editor: Any) -> None:
    """Of a sheet all of whose scores were handed in before it was signed, and not opened again."""
    scores = apps.get_model("reviews", "Score").objects
    snapshots = apps.get_model("reviews", "ReviewSheetSnapshot").objects
    schema_editor.execute(GUARD.format("DISABLE"))
    for snapshot in snapshots.select_related("sheet").iterator():
        given = scores.filter(
            review__filing__sheet_rows__sheet=snapshot.sheet, review__version=models.F("review__filing__version")
        )
        if given.exclude(review__submitted_at__lte=snapshot.at).exists():
            continue
        reasons: dict[str, dict[str, str]] = {}
        for filing, part, reason in given.exclude(reason="").values_list("review__filing", "part", "reason"):
            reasons.setdefault(str(filing), {})[part] = reason
        snapshots.filter(pk=snapshot.pk).update(reasons=reasons)
    schema_editor.execute(GUARD.format("ENABLE"))


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_documents_belong_to_prefectures")]

    operations = [
        migrations.AddField("reviewsheetsnapshot", "reasons", models.JSONField(default=None, null=True)),
        migrations.RunPython(keep_reasons, migrations.RunPython.noop),
    ]
