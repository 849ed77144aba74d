"""Beginning a filing: every square of the edition becomes a row, so that each can be saved by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from assessments.domain.facts import Facts, Form
from assessments.domain.funds import fund_of
from assessments.models import Filing, FilingText, MoneyLine, Obligation
from assessments.services.errors import NotEditable
from assessments.sheets.contents import SquareKind
from assessments.sheets.editions import sheet_of
from portal.accounts.models import User
from portal.audit.services import record


@transaction.atomic
def start(*, obligation: Obligation, actor: User, at: datetime) -> Filing:
    """Makes the draft that answers ``obligation``, or gives the one that is there.

    Raises :class:`NotEditable` before the cycle is open.
    """
    if not is_open(obligation, at):
        raise NotEditable(_("这个批次还没有开放填报。"))
    filing, made = Filing.objects.get_or_create(
        obligation=obligation,
        defaults={"edition": obligation.cycle.edition, "created_at": at, "saved_at": at, "saved_by": actor},
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
    """Stores one row for each text and money square of the filing's edition.

    Those that the system knows are filled in; an import says itself what stands there.
    """
    known = {} if filing.imported else filing.obligation.first_squares | filing.locked_squares
    texts, money = [], []
    for box in sheet_of(filing.edition).boxes():
        if box.kind is SquareKind.MONEY:
            column, line = box.key.split(".")
            money.append(MoneyLine(filing=filing, column=column, line=line))
        elif box.kind is not SquareKind.COMPUTED and "{ref}" not in box.key:
            texts.append(FilingText(filing=filing, key=box.key, raw=known.get(box.key, "")))
    present = {text.key for text in texts}
    texts += [FilingText(filing=filing, key=key, raw=raw) for key, raw in known.items() if key not in present]
    FilingText.objects.bulk_create(texts)
    MoneyLine.objects.bulk_create(money)


def specimen_of(obligation: Obligation) -> Facts:
    """The facts of a form on which only the system's own squares are filled."""
    cycle = obligation.cycle
    return Facts(
        form=Form(cycle.kind),
        edition=cycle.edition,
        fund=fund_of(obligation.fund),
        year=cycle.year,
        month=cycle.month,
        texts=obligation.first_squares
        | obligation.locked_squares(unit=obligation.unit.name, region=obligation.unit.region.name),
    )
