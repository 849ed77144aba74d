"""The things that routes are about, all of the own county or prefecture, as arguments of their address."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from assessments.models import Filing
from portal.accounts.roles import Role
from portal.documents.models import Document, Job, Kind, Queue, Variant
from tests.architecture.world import World
from tests.factories.assessments import NOW, make_cycle, make_obligation, make_submitted

Arguments = dict[str, Any]


def person(world: World) -> Arguments:
    """A clerk of the own county."""
    return {"pk": world.own.person(Role.CLERK).pk}


def unit(world: World) -> Arguments:
    """The bureau of the own county."""
    return {"pk": world.own.bureau.pk}


def cycle(world: World) -> Arguments:
    """An open cycle of the own prefecture."""
    return {"pk": make_cycle(world.own.prefecture).pk}


def obligation(world: World) -> Arguments:
    """What the own bureau owes and has not begun."""
    return {"pk": make_obligation(make_cycle(world.own.prefecture), world.own.bureau).pk}


def submitted(world: World) -> Filing:
    """A filing that the own bureau has submitted."""
    owed = make_obligation(make_cycle(world.own.prefecture), world.own.bureau)
    return make_submitted(owed, world.own.person(Role.CLERK), world.own.person(Role.HEAD))


def filing(world: World) -> Arguments:
    """A filing that the own prefecture has received."""
    return {"pk": submitted(world).pk}


def withdrawal(world: World) -> Arguments:
    """A step of such a filing."""
    return {"pk": submitted(world).pk, "name": "withdraw"}


def paper_of(world: World) -> Job:
    """A finished official PDF of such a filing."""
    facts: dict[str, Any] = {
        "kind": Kind.PDF,
        "subject_kind": "filing",
        "subject_id": str(submitted(world).pk),
        "content_digest": "0" * 64,
    }
    document = Document.objects.create(
        **facts,
        variant=Variant.UNSIGNED,
        version=1,
        filename="x.pdf",
        sha256="0" * 64,
        size=1,
        path="x",
        created_at=NOW,
    )
    return Job.objects.create(
        **facts,
        variant=Variant.UNSIGNED,
        queue=Queue.INTERACTIVE,
        state=Job.State.DONE,
        document=document,
        requested_at=NOW,
        started_at=NOW,
        finished_at=NOW,
    )


def job(world: World) -> Arguments:
    """The job that made it."""
    return {"pk": paper_of(world).pk}


def document(world: World) -> Arguments:
    """The document that it made."""
    made = paper_of(world).document
    assert made is not None
    return {"pk": made.pk}


SUBJECTS: dict[str, Callable[[World], Arguments]] = {
    "": lambda world: {},
    "person": person,
    "unit": unit,
    "cycle": cycle,
    "obligation": obligation,
    "filing": filing,
    "withdrawal": withdrawal,
    "job": job,
    "document": document,
}


def missing(arguments: Arguments) -> Arguments:
    """The same address with numbers that nothing has; words stay."""
    return {key: _missing(value) for key, value in arguments.items()}


def _missing(value: Any) -> Any:
    if isinstance(value, int):
        return 2_000_000_011
    return uuid4() if isinstance(value, UUID) else value
