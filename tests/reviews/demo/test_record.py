"""The demo's acts in the record."""

import pytest
from django.core.management import call_command

from portal.audit.models import Entry
from portal.audit.wording import facts_of, subject_kinds, verbs


@pytest.mark.django_db
def test_the_record_of_the_demo_reads_in_words() -> None:
    call_command("seed_demo")
    entries = list(Entry.objects.all())
    assert {entry.verb for entry in entries} <= set(verbs())
    assert {entry.subject_kind for entry in entries} <= set(subject_kinds())
    names = {name for entry in entries for name, _value in facts_of(entry)}
    assert [name for name in sorted(names) if name.isascii()] == []
