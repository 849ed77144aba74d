"""The record of signing in and out."""

from datetime import datetime

from portal.accounts.models import User
from portal.audit.services import record


def note_sign_in(*, person: User, address: str | None, at: datetime) -> None:
    """Somebody came in."""
    _note("signed_in", person, address, at)


def note_sign_out(*, person: User, address: str | None, at: datetime) -> None:
    """Somebody left."""
    _note("signed_out", person, address, at)


def note_failure(*, username: str, address: str | None, at: datetime) -> None:
    """A wrong name or password. An unknown name is not written down: people type passwords into that field."""
    person = User.objects.select_related("unit__region").filter(username=username).first()
    record(
        actor=None,
        verb="sign_in_failed",
        subject_kind="user",
        subject_id=person.pk if person else "",
        region_code=person.unit.region.code if person else "",
        at=at,
        details={"address": address},
    )


def _note(verb: str, person: User, address: str | None, at: datetime) -> None:
    details = {"address": address}
    record(actor=person, verb=verb, subject_kind="user", subject_id=person.pk, at=at, details=details)
