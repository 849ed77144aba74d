"""One table for the plain squares of any paper and one for the rows of its lists, each with its old id.

Readings of targets and actuals are dropped: nothing asked for them, and they are made again from the text.
"""

import django.db.models.deletion
from django.db import migrations, models

_COLUMNS = (
    "level1",
    "level2",
    "level3",
    "target",
    "actual",
    "completion_rate",
    "nature",
    "grade",
    "deviation_reason",
    "corrective_measure",
)
_PACK = "COALESCE((SELECT jsonb_object_agg(name, text) FROM (VALUES {}) AS kept (name, text) WHERE text <> ''), '{{}}')"
_ROWS_THERE = "UPDATE assessments_listrow SET squares = " + _PACK.format(
    ", ".join(f"('{name}', {name}::text)" for name in _COLUMNS)
)
_ROWS_BACK = "UPDATE assessments_listrow SET " + ", ".join(
    f"{name} = COALESCE(squares ->> '{name}', '')" for name in _COLUMNS
)
_SQUARES_THERE = """
    INSERT INTO assessments_plainsquare (filing_id, key, raw, amount)
    SELECT filing_id, "column" || '.' || line, raw, amount FROM assessments_moneyline ORDER BY id
    ON CONFLICT (filing_id, key) DO UPDATE SET raw = excluded.raw, amount = excluded.amount
"""
#: Amounts were never negative there: the text of such a square remains.
_SQUARES_BACK = """
    INSERT INTO assessments_moneyline (filing_id, "column", line, raw, amount)
    SELECT filing_id, split_part(key, '.', 1), substr(key, strpos(key, '.') + 1), left(raw, 200),
        CASE WHEN amount >= 0 THEN amount END
    FROM assessments_plainsquare WHERE strpos(key, '.') > 0 ORDER BY id;
    DELETE FROM assessments_plainsquare WHERE strpos(key, '.') > 0
"""
_STATED_BACK = """
    UPDATE assessments_plainsquare SET stated = true WHERE key IN ('execution_rate', 'overall_completion_rate')
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0014_indexes_of_lists")]

    operations = [
        migrations.RenameModel("FilingText", "PlainSquare"),
        migrations.AlterField(
            "plainsquare",
            "filing",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="squares",
                to="assessments.filing",
            ),
        ),
        migrations.AlterField("plainsquare", "key", models.CharField(max_length=61)),
        migrations.RemoveConstraint("plainsquare", "text_square_once"),
        migrations.AddConstraint("plainsquare", models.UniqueConstraint(fields=["filing", "key"], name="square_once")),
        migrations.AddField(
            "plainsquare", "amount", models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True)
        ),
        migrations.RunSQL(migrations.RunSQL.noop, _STATED_BACK),
        migrations.RemoveField("plainsquare", "stated"),
        migrations.RunSQL(_SQUARES_THERE, _SQUARES_BACK),
        migrations.DeleteModel("MoneyLine"),
        migrations.RenameModel("IndicatorRow", "ListRow"),
        migrations.AlterField(
            "listrow",
            "filing",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="list_rows",
                to="assessments.filing",
            ),
        ),
        migrations.AddField(
            "listrow", "name", models.CharField(default="indicators", max_length=30), preserve_default=False
        ),
        migrations.AddField("listrow", "squares", models.JSONField(default=dict)),
        migrations.RunSQL(_ROWS_THERE, _ROWS_BACK),
        migrations.RenameIndex("listrow", new_name="row_of_filing", old_name="assessments_filing__8d8a81_idx"),
        migrations.RemoveConstraint("listrow", "indicator_nature_is_known"),
        migrations.RemoveConstraint("listrow", "indicator_grade_is_known"),
        *(migrations.RemoveField("listrow", name) for name in (*_COLUMNS, "target_reading", "actual_reading")),
        migrations.AlterField("cycle", "kind", models.CharField(max_length=30, verbose_name="种类")),
        migrations.RemoveConstraint("cycle", "cycle_month_fits_kind"),
        migrations.AddConstraint(
            "cycle",
            models.CheckConstraint(
                condition=models.Q(kind__in=["monitoring_report"], month__range=(1, 12))
                | (~models.Q(kind__in=["monitoring_report"]) & models.Q(month__isnull=True)),
                name="cycle_month_fits_kind",
            ),
        ),
    ]
