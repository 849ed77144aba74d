"""Versions of narratives take inserts only, as snapshots do; the database itself refuses anything else."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assessments", "0006_narratives_and_waivers")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON assessments_narrativeversion "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change();",
            "DROP TRIGGER append_only ON assessments_narrativeversion;",
        )
    ]
