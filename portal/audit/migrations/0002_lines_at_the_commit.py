"""Lines get their place in the chain right before their transaction commits, by a trigger."""

from django.conf import settings
from django.db import migrations, models

#: Nothing stands in the table of pending lines but within a transaction, so it need not outlive a crash. Writers of the
#: chain queue behind a lock, so that no two lines follow the same one: only for as long as a commit takes.
CHAINED = """
ALTER TABLE audit_pending SET UNLOGGED;
ALTER TABLE audit_pending ADD CONSTRAINT audit_pending_actor FOREIGN KEY (actor_id) REFERENCES accounts_user (id);
CREATE FUNCTION audit_pending_is_chained() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    previous text;
BEGIN
    PERFORM pg_advisory_xact_lock(457286186340);
    SELECT digest INTO previous FROM audit_entry ORDER BY id DESC LIMIT 1;
    previous := coalesce(previous, repeat('0', 64));
    INSERT INTO audit_entry (at, actor_id, verb, subject_kind, subject_id, region_code, details, previous_digest, digest)
    VALUES (NEW.at, NEW.actor_id, NEW.verb, NEW.subject_kind, NEW.subject_id, NEW.region_code, NEW.details, previous,
            encode(sha256(convert_to(NEW.before || previous || NEW.behind, 'UTF8')), 'hex'));
    DELETE FROM audit_pending WHERE id = NEW.id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER audit_pending_is_chained AFTER INSERT ON audit_pending
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_pending_is_chained();
"""
UNCHAINED = "DROP TRIGGER audit_pending_is_chained ON audit_pending; DROP FUNCTION audit_pending_is_chained();"


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PendingEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('verb', models.CharField(max_length=40)),
                ('subject_kind', models.CharField(max_length=40)),
                ('subject_id', models.CharField(max_length=60)),
                ('region_code', models.CharField(max_length=12)),
                ('details', models.JSONField()),
                ('before', models.TextField()),
                ('behind', models.TextField()),
                ('actor', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=models.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={'db_table': 'audit_pending'},
        ),
        migrations.RunSQL(CHAINED, UNCHAINED),
    ]
