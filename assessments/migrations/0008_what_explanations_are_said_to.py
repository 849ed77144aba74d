"""Explanations keep what they were said to; the confirmation of V11 is kept once for the whole form.

What was said before this was kept is shown again and asked to be confirmed once more.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessments", "0007_narrative_versions_append_only")]

    operations = [
        migrations.AddField(model_name="explanation", name="about", field=models.JSONField(default=list)),
        migrations.RunSQL(
            "UPDATE assessments_explanation SET key = 'form' WHERE id IN "
            "(SELECT max(id) FROM assessments_explanation WHERE rule = 'V11' GROUP BY filing_id);",
            migrations.RunSQL.noop,
        ),
    ]
