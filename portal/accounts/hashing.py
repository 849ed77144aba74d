"""The hashing of passwords: dear enough for whoever steals the hashes, cheap enough for a portal under guesses."""

from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

#: Hashes at the same time in one process; the other threads go on serving pages.
AT_ONCE = 2
_turn = BoundedSemaphore(AT_ONCE)


class ModestArgon2(Argon2PasswordHasher):
    """Argon2id as OWASP recommends it (19 MiB, two passes, one lane); other hashes become such at the next sign-in."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """The hash, once it is this thread's turn."""
        with _turn:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        """True if the password is the one of ``encoded``, once it is this thread's turn."""
        with _turn:
            return super().verify(password, encoded)
