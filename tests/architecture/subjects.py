"""The things that routes are about, all of the own county or prefecture, as arguments of their address."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from assessments.domain.facts import Form
from assessments.models import Filing, ListRow, NarrativeReport, Snapshot
from assessments.services.marks import add_mark
from assessments.services.narratives import freeze_narrative
from portal.accounts.roles import Role
from portal.documents.models import Document, DocumentKind, Preview, Variant
from portal.documents.papers.public_codes import code_for
from portal.jobs.models import Job
from portal.jobs.words import Queue
from portal.verification.models import Upload
from reviews.domain.rubric import Part
from reviews.models import Review
from reviews.services.review_sheets import compose
from reviews.services.reviews import take_up
from reviews.services.scores import submit_scores
from tests.architecture.world import World
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation, make_submitted
from tests.factories.reviews import give
from tests.factories.waivers import make_request

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


def draft(world: World) -> Arguments:
    """A filing that a clerk of the own bureau is filling in."""
    owed = make_obligation(make_cycle(world.own.prefecture), world.own.bureau)
    return {"pk": make_draft(owed, world.own.person(Role.CLERK), rows=1).pk}


def begun(world: World) -> Arguments:
    """What such a filing answers."""
    return {"pk": Filing.objects.get(pk=draft(world)["pk"]).obligation_id}


def waiver(world: World) -> Arguments:
    """A request of the own bureau that a rule be waived."""
    owed = make_obligation(make_cycle(world.own.prefecture), world.own.bureau)
    return {"pk": make_request(owed, world.own_person(Role.CLERK)).pk}


def narrative(world: World) -> Arguments:
    """A cycle for which the own bureau writes a report."""
    called = make_cycle(world.own.prefecture, kind=Form.SELF_ASSESSMENT)
    make_obligation(called, world.own.bureau)
    return {"pk": called.pk}


def narrative_version(world: World) -> Arguments:
    """What the own bureau submitted of its report."""
    sent = submitted(world)
    report = NarrativeReport.objects.create(cycle=sent.obligation.cycle, unit=world.own.bureau, text="报告")
    kept = freeze_narrative(report=report, actor=world.own.person(Role.HEAD), at=NOW)
    assert kept is not None
    snapshot = Snapshot.objects.get(filing=sent)
    snapshot.pk, snapshot.version, snapshot.narrative = None, snapshot.version + 1, kept
    snapshot.save(force_insert=True)
    return {"pk": kept.pk}


def row(world: World) -> Arguments:
    """An indicator row of such a filing."""
    begun = draft(world)
    return {**begun, "ref": ListRow.objects.get(filing=begun["pk"]).pk}


def taken_up(world: World) -> Review:
    """A filing that a reviewer of the own prefecture holds."""
    return take_up(filing=submitted(world), reviewer=world.own_person(Role.REVIEWER), at=NOW)


def review(world: World) -> Arguments:
    """The filing under review."""
    return {"pk": taken_up(world).filing_id}


def part(world: World) -> Arguments:
    """One part of its scores."""
    return {**review(world), "part": Part.TIMELINESS.value}


def mark(world: World) -> Arguments:
    """A mark on one of its squares."""
    held = taken_up(world)
    author = world.own_person(Role.REVIEWER)
    made = add_mark(filing=held.filing, key="goal_expected", reason="请补充。", author=author, at=NOW)
    return {"pk": held.filing_id, "mark_pk": made.pk}


def sheet(world: World) -> Arguments:
    """A draft of the own county's review sheet."""
    held, reviewer = taken_up(world), world.own_person(Role.REVIEWER)
    give(held, reviewer)
    scored = submit_scores(review=held, actor=reviewer, at=NOW)
    return {"pk": compose(cycle=scored.obligation.cycle, region=world.own.county, actor=reviewer, at=NOW).pk}


def paper_of(world: World) -> Job:
    """A finished official PDF of such a filing."""
    facts: dict[str, Any] = {
        "subject_kind": "filing",
        "subject_id": str(submitted(world).pk),
        "content_digest": "0" * 64,
        "variant": Variant.UNSIGNED,
    }
    job = Job.objects.create(
        **facts,
        kind="render",
        queue=Queue.INTERACTIVE,
        state=Job.State.DONE,
        requested_at=NOW,
        started_at=NOW,
        finished_at=NOW,
    )
    document = Document.objects.create(
        **facts,
        job=job,
        kind=DocumentKind.PDF,
        version=1,
        filename="x.pdf",
        sha256="0" * 64,
        size=1,
        path="x",
        created_at=NOW,
    )
    Preview.objects.create(document=document, page=1, path="x", sha256="0" * 64, width=1, height=1)
    return job


def job(world: World) -> Arguments:
    """The job that made it."""
    return {"pk": paper_of(world).pk}


def document(world: World) -> Arguments:
    """The document that it made."""
    made = paper_of(world).document
    assert made is not None
    return {"pk": made.pk}


def picture(world: World) -> Arguments:
    """The picture of its first page."""
    return {**document(world), "page": 1}


def code(world: World) -> Arguments:
    """The public code of such a filing's version."""
    snapshot = Snapshot.objects.get(filing=submitted(world))
    kept = code_for(subject_kind="filing", subject_id=str(snapshot.filing_id), digest=snapshot.digest, at=NOW)
    return {"code": kept}


def upload(world: World) -> Arguments:
    """A file that a stranger has sent."""
    return {"pk": Upload.objects.create(filename="x.pdf", size=1, sha256="0" * 64, at=NOW).pk}


SUBJECTS: dict[str, Callable[[World], Arguments]] = {
    "": lambda world: {},
    "person": person,
    "unit": unit,
    "cycle": cycle,
    "obligation": obligation,
    "filing": filing,
    "withdrawal": withdrawal,
    "draft": draft,
    "begun": begun,
    "waiver": waiver,
    "narrative": narrative,
    "narrative_version": narrative_version,
    "row": row,
    "review": review,
    "part": part,
    "mark": mark,
    "sheet": sheet,
    "job": job,
    "document": document,
    "picture": picture,
    "code": code,
    "upload": upload,
}


def missing(arguments: Arguments) -> Arguments:
    """The same address with numbers that nothing has; words stay."""
    return {key: _missing(value) for key, value in arguments.items()}


def _missing(value: Any) -> Any:
    if isinstance(value, int):
        return 2_000_000_011
    return uuid4() if isinstance(value, UUID) else value
