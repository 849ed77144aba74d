"""What a password costs: little memory and time at a sign-in, nothing at a locked one; older hashes become like it."""

import pytest
from django.conf import settings as configured
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from portal import settings as portal_settings
from portal.accounts.hashing import ModestArgon2
from portal.accounts.models import User
from tests.factories.accounts import ClerkFactory

pytestmark = pytest.mark.django_db
PASSWORD = "correct-horse-battery"
PARAMETERS = "argon2$argon2id$v=19$m=19456,t=2,p=1$"


class Dear(Argon2PasswordHasher):
    """As hashes were made before."""

    memory_cost = 102_400
    time_cost = 2
    parallelism = 8


class Counting(ModestArgon2):
    """Notes how often it is asked."""

    asked = 0

    def verify(self, password: str, encoded: str) -> bool:
        type(self).asked += 1
        return super().verify(password, encoded)


@pytest.fixture
def clerk(settings: Settings) -> User:
    settings.PASSWORD_HASHERS = portal_settings.PASSWORD_HASHERS
    return ClerkFactory.create(password=PASSWORD)


def sign_in(person: User, password: str) -> int:
    """The status of one attempt."""
    said = {"username": person.username, "password": password}
    return Client().post(reverse(configured.LOGIN_URL), said).status_code


def test_a_new_hash_has_the_modest_parameters(clerk: User) -> None:
    assert clerk.password.startswith(PARAMETERS)


def test_an_older_hash_is_made_anew_at_the_next_sign_in(clerk: User) -> None:
    User.objects.filter(pk=clerk.pk).update(password=Dear().encode(PASSWORD, "salt-of-before-it"))
    assert sign_in(clerk, PASSWORD) == 302
    clerk.refresh_from_db()
    assert clerk.password.startswith(PARAMETERS)
    assert sign_in(clerk, PASSWORD) == 302


def test_a_locked_attempt_costs_no_hash(clerk: User, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    Counting.asked = 0
    answers = [sign_in(clerk, "wrong-password-all-along") for _try in range(configured.AXES_FAILURE_LIMIT + 3)]
    assert answers[-3:] == [429] * 3
    assert Counting.asked == configured.AXES_FAILURE_LIMIT
