"""Passwords: the first one, a person's own, a new one from the administrator."""

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from portal.accounts.models import User
from portal.audit.services import record

#: Letters and digits that nobody mistakes for one another when they are read aloud or copied by hand.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def initial_password() -> str:
    """A random password in three groups of four, about 59 bits, that the validators accept."""
    while True:
        password = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
        try:
            validate_password(password)
        except ValidationError:
            continue
        return password


@transaction.atomic
def change_password(*, person: User, password: str, at: datetime) -> None:
    """Sets a person's own password and ends their other sessions; raises ValidationError if it is too weak."""
    validate_password(password, person)
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    record(actor=person, verb="password_changed", subject_kind="user", subject_id=person.pk, at=at)
