"""The people who walk every route: both sides of the own prefecture, another county, another prefecture, strangers."""

from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.test import Client

from portal.accounts.models import Region, Unit, User
from portal.accounts.roles import BUREAU_ROLES, Role
from tests.factories.accounts import (
    CountyFactory,
    FinanceUnitFactory,
    PrefectureFactory,
    UnitFactory,
    UserFactory,
)


@dataclass
class Walker:
    """Who asks: ``user`` is None for a stranger; ``inside`` says whether the own county's things are theirs to see.

    ``session`` is what their browser shows to be known again, blank for a stranger.
    """

    name: str
    user: User | None
    role: Role | None
    inside: bool
    session: str = field(init=False)

    def __post_init__(self) -> None:
        self.session = _session_of(self.user)

    @property
    def is_new(self) -> bool:
        """Whether the first password is still to be changed."""
        return bool(self.user and self.user.must_change_password)


@dataclass
class Place:
    """A prefecture with its finance bureau and one county with its bureau."""

    prefecture: Region = field(default_factory=PrefectureFactory.create)

    @cached_property
    def county(self) -> Region:
        return CountyFactory.create(parent=self.prefecture)

    @cached_property
    def bureau(self) -> Unit:
        return UnitFactory.create(region=self.county)

    @cached_property
    def finance(self) -> Unit:
        return FinanceUnitFactory.create(region=self.prefecture)

    def person(self, role: Role, **facts: object) -> User:
        """Somebody of this place who holds ``role`` alone."""
        unit = self.bureau if role in BUREAU_ROLES else self.finance
        return UserFactory.create(unit=unit, roles=[role.value], **facts)

    def walkers(self, prefix: str, *, inside: bool) -> list[Walker]:
        """One walker for every role."""
        return [Walker(f"{prefix} {role.value}", self.person(role), role, inside) for role in Role]


class World:
    """The own place, where the subjects are, and the others."""

    def __init__(self) -> None:
        self.own = Place()
        neighbour = Place(prefecture=self.own.prefecture)
        newcomer = self.own.person(Role.CLERK, must_change_password=True)
        self.walkers = [
            Walker("stranger", None, None, False),
            Walker("newcomer", newcomer, Role.CLERK, True),
            *self.own.walkers("own", inside=True),
            *(
                Walker(f"other county {role.value}", neighbour.person(role), role, False)
                for role in (Role.CLERK, Role.HEAD)
            ),
            *Place().walkers("other prefecture", inside=False),
        ]

    def own_person(self, role: Role) -> User:
        """The walker of the own place who holds ``role``."""
        return next(walker.user for walker in self.walkers if walker.name == f"own {role.value}" and walker.user)


def _session_of(user: User | None) -> str:
    """The session of somebody who has signed in; a stranger has none."""
    if user is None:
        return ""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value
