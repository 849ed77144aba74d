"""The things that routes are about, all of the own county or prefecture, as arguments of their address."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from portal.accounts.roles import Role
from tests.architecture.world import World

Arguments = dict[str, Any]


def person(world: World) -> Arguments:
    """A clerk of the own county."""
    return {"pk": world.own.person(Role.CLERK).pk}


def unit(world: World) -> Arguments:
    """The bureau of the own county."""
    return {"pk": world.own.bureau.pk}


SUBJECTS: dict[str, Callable[[World], Arguments]] = {"": lambda world: {}, "person": person, "unit": unit}


def missing(arguments: Arguments) -> Arguments:
    """The same address with numbers that nothing has; words stay."""
    return {key: _missing(value) for key, value in arguments.items()}


def _missing(value: Any) -> Any:
    if isinstance(value, int):
        return 2_000_000_011
    return uuid4() if isinstance(value, UUID) else value
