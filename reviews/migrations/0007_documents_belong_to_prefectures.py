"""Every document that is there already is told which prefecture its subject belongs to."""

from django.db import migrations

FILINGS = """
UPDATE documents_document document SET prefecture_id = cycle.prefecture_id
FROM assessments_filing filing
JOIN assessments_obligation owed ON owed.id = filing.obligation_id
JOIN assessments_cycle cycle ON cycle.id = owed.cycle_id
WHERE document.subject_kind = 'filing' AND document.subject_id = filing.id::text
"""
OTHERS = """
UPDATE documents_document document SET prefecture_id = cycle.prefecture_id
FROM {table} subject
JOIN assessments_cycle cycle ON cycle.id = subject.cycle_id
WHERE document.subject_kind = '{kind}' AND document.subject_id = subject.id::text
"""


class Migration(migrations.Migration):

    dependencies = [
        ("assessments", "0010_one_index_a_key"),
        ("documents", "0004_prefectures_of_documents"),
        ("reviews", "0006_one_index_a_key"),
    ]

    operations = [
        migrations.RunSQL(FILINGS, migrations.RunSQL.noop),
        migrations.RunSQL(OTHERS.format(table="reviews_reviewsheet", kind="review_sheet"), migrations.RunSQL.noop),
        migrations.RunSQL(OTHERS.format(table="reviews_export", kind="bundle"), migrations.RunSQL.noop),
    ]
