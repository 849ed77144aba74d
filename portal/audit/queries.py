"""The lines of the record that a person sees."""

from collections.abc import Collection

from django.db.models import QuerySet

from portal.accounts.models import User
from portal.accounts.permissions import may_read_record
from portal.audit.models import Entry


def entries_visible_to(person: User) -> QuerySet[Entry]:
    """Lines of the auditor's own prefecture and its counties, newest first, with who acted; nothing for anyone else.

    Prefecture and counties share the first four digits of their codes (GB/T 2260).
    """
    prefecture = person.unit.region.prefecture
    if not may_read_record(person) or prefecture is None:
        return Entry.objects.none()
    return Entry.objects.filter(region_code__startswith=prefecture.code[:4]).select_related("actor__unit")


def last_line(*, subject_kind: str, subject_id: int, verbs: Collection[str]) -> Entry | None:
    """The newest line that says one of ``verbs`` of a subject, with who acted."""
    lines = Entry.objects.filter(subject_kind=subject_kind, subject_id=str(subject_id), verb__in=verbs)
    return lines.select_related("actor").first()
