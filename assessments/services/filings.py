"""Beginning a filing: every square of the edition becomes a row, so that each can be saved by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from assessments.domain.facts import Facts, Form, split_row_key
from assessments.domain.funds import fund_of
from assessments.editions import edition_named
from assessments.models import Filing, ListRow, Obligation, PlainSquare
from assessments.services.errors import NotEditable
from assessments.sheets.contents import SquareKind
from portal.accounts.models import User
from portal.audit.services import record


@transaction.atomic
def start(*, obligation: Obligation, actor: User, at: datetime) -> Filing:
    """Makes the draft that answers ``obligation``, or gives the one that is there.

    Raises :class:`NotEditable` before the cycle is open.
    """
    if not is_open(obligation, at):
        raise NotEditable(_("这个批次还没有开放填报。"))
    edition = edition_named(obligation.cycle.edition)
    laid = {"edition": edition.code, "amount_unit": edition.unit}
    filing, made = Filing.objects.get_or_create(
        obligation=obligation, defaults=laid | {"created_at": at, "saved_at": at, "saved_by": actor}
    )
    if made:
        lay_squares(filing)
        record(
            actor=actor,
            verb="start",
            subject_kind="filing",
            subject_id=str(filing.pk),
            at=at,
            region_code=obligation.cycle.prefecture.code,
        )
    return filing


def is_open(obligation: Obligation, at: datetime) -> bool:
    """True if the obligation's cycle has been issued and its opening time has come."""
    cycle = obligation.cycle
    return cycle.opened_at is not None and cycle.opens_at <= at


def lay_squares(filing: Filing) -> None:
    """Stores one row for each plain square of the filing's edition that is not computed, and for each coded row.

    Those that the system knows are filled in; an import says itself what stands there.
    """
    known = {} if filing.imported else filing.first_squares | filing.locked_squares
    edition = edition_named(filing.edition)
    typed = [box.key for box in edition.boxes() if box.kind is not SquareKind.COMPUTED]
    keys = dict.fromkeys([*(key for key in typed if split_row_key(key) is None), *known])
    PlainSquare.objects.bulk_create(PlainSquare(filing=filing, key=key, raw=known.get(key, "")) for key in keys)
    ListRow.objects.bulk_create(
        ListRow(filing=filing, name=name, code=code, position=position)
        for name, codes in edition.codes.items()
        for position, code in enumerate(codes, start=1)
    )


def specimen_of(obligation: Obligation) -> Facts:
    """The facts of a form on which only the system's own squares are filled."""
    cycle, unit = obligation.cycle, obligation.unit
    edition, words = edition_named(cycle.edition), obligation.words(unit=unit.name, region=unit.region.name)
    return Facts(
        form=Form(cycle.kind),
        edition=cycle.edition,
        fund=fund_of(obligation.fund),
        year=cycle.year,
        month=cycle.month,
        amount_unit=edition.unit,
        squares=edition.filled(words, first=True) | edition.filled(words),
    )
