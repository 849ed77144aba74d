from typing import Any

from django.db import migrations

from portal.text.stored import clean_columns


def _clean(apps: Any, _schema_editor: Any) -> None:
    clean_columns(apps.get_model("reviews", "Score"), "reason")
    header = ("business_office", "handler", "office_head", "monitoring_point", "refusal")
    clean_columns(apps.get_model("reviews", "ReviewSheet"), *header)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0004_seal_earlier_papers")]
    operations = [migrations.RunPython(_clean, migrations.RunPython.noop)]
