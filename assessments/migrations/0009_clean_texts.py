from typing import Any

from django.db import migrations

from portal.text.stored import clean_columns

#: What can still be changed; versions and the history stay as they were made, and are cleaned when they are read.
_TYPED = {
    "FilingText": ("raw",),
    "MoneyLine": ("raw",),
    "IndicatorRow": (
        *("level1", "level2", "level3", "target", "actual"),
        *("completion_rate", "deviation_reason", "corrective_measure"),
    ),
    "NarrativeReport": ("text",),
    "Explanation": ("text",),
    "NarrativeExplanation": ("text",),
    "Mark": ("reason", "answer"),
}


def _clean(apps: Any, _schema_editor: Any) -> None:
    for model, columns in _TYPED.items():
        clean_columns(apps.get_model("assessments", model), *columns)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0008_what_explanations_are_said_to")]
    operations = [migrations.RunPython(_clean, migrations.RunPython.noop)]
