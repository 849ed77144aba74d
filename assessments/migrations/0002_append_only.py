"""Snapshots, moves and square changes take inserts only; the database itself refuses anything else."""

from django.db import migrations

TABLES = ("assessments_snapshot", "assessments_move", "assessments_squarechange")

FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% takes inserts only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""


def trigger(table: str) -> str:
    return f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();"


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION refuse_change();"),
        *(
            migrations.RunSQL(trigger(table), f"DROP TRIGGER append_only ON {table};")
            for table in TABLES
        ),
    ]
