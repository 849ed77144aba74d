"""Signed review sheets are frozen; the database itself refuses any change."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial"), ("assessments", "0002_append_only")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reviews_reviewsheetsnapshot "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change();",
            "DROP TRIGGER append_only ON reviews_reviewsheetsnapshot;",
        ),
    ]
