"""Putting published filings into the portal as they are printed, mistakes included."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, Q, When
from django.utils.translation import gettext as _

from assessments.domain.facts import Facts, Row
from assessments.domain.kinds import CALLED_FOR, KINDS, Owner
from assessments.domain.payloads import from_payload, to_payload
from assessments.domain.workflow import EDITABLE, State
from assessments.editions import EDITIONS, edition_named, edition_of
from assessments.models import Cycle, Filing, ListRow, Obligation, PlainSquare
from assessments.queries import facts_of, with_squares
from assessments.services.cycles import FUNDS_OF
from assessments.services.errors import Refused
from assessments.services.filings import lay_squares
from assessments.services.printed import storable
from assessments.services.snapshots import take_snapshot
from assessments.services.square_storage import amount_in, can_be_typed
from portal.accounts.models import Region, Unit
from portal.accounts.models.names import region_name_on, unit_name_on
from portal.audit.services import record
from portal.clock import end_of
from portal.text.door import clean_all
from portal.text.telling import taken_in


@dataclass(frozen=True, slots=True)
class Loaded:
    """The fate of one filing of a file: ``created``, ``updated`` or ``unchanged``."""

    filing: Filing
    outcome: str


@transaction.atomic
def load_filing(*, facts: Facts, source: str, at: datetime) -> Loaded:
    """Stores ``facts`` as an import for the unit that owes this fund and period in this region.

    Missing region, unit, cycle and obligation are created as historical. An obligation of an open cycle gets a draft
    instead. Loading the same again changes nothing. Raises Refused where a person has edited or sent the filing, where
    the file does not say which form, region or period it is, where a value is too long for its square, and where a
    draft would be of another edition than its cycle, or in another unit than its paper.
    """
    facts = storable(from_payload(clean_all(to_payload(facts), taken_in)))
    obligation = _obligation_for(facts, at)
    if not obligation.cycle.historical:
        _require_as_called_for(obligation, facts)
    filing = Filing.objects.select_for_update(of=("self",)).filter(obligation=obligation).first()
    if filing is None:
        return Loaded(_new(obligation, facts, source, at), "created")
    filing = with_squares(Filing.objects.all()).get(pk=filing.pk)
    if _claims(filing, facts_of(filing)) == _claims(filing, facts):
        return Loaded(filing, "unchanged")
    if not filing.imported and (filing.saved_by_id or State(filing.state) not in EDITABLE or filing.version):
        raise Refused(_("%(filing)s 已有人填报或送出，不能覆盖。") % {"filing": obligation})
    _fill(filing, facts)
    if filing.imported:
        freeze(filing, at, version=filing.version + 1)
    return Loaded(filing, "updated")


def _require_as_called_for(obligation: Obligation, facts: Facts) -> None:
    called, edition = edition_named(obligation.cycle.edition), edition_named(facts.edition)
    if edition is not called:
        raise Refused(
            _("%(filing)s 用的表式是“%(called)s”，文件里是“%(other)s”，不能导入。")
            % {"filing": obligation, "called": called.name, "other": edition.name}
        )
    if facts.amount_unit != edition.unit:
        raise Refused(
            _("%(filing)s 的金额单位是%(unit)s，文件里是%(other)s，请换算后再导入。")
            % {"filing": obligation, "unit": edition.unit, "other": facts.amount_unit}
        )


def _new(obligation: Obligation, facts: Facts, source: str, at: datetime) -> Filing:
    historical = obligation.cycle.historical
    unit, day = obligation.unit, obligation.cycle.last_day
    filing = Filing.objects.create(
        obligation=obligation,
        edition=facts.edition,
        amount_unit=facts.amount_unit,
        imported=historical,
        state=State.CONCLUDED if historical else State.DRAFT,
        source=source[:300],
        created_at=at,
        unit_as_sent=unit_name_on(unit, day) if historical else "",
        region_as_sent=region_name_on(unit.region, day) if historical else "",
    )
    lay_squares(filing)
    _fill(filing, facts)
    if historical:
        freeze(filing, at, version=1)
    record(
        actor=None,
        verb="import",
        subject_kind="filing",
        subject_id=filing.pk,
        at=at,
        region_code=obligation.cycle.prefecture.code,
        details={"source": source[:300]},
    )
    return filing


def freeze(filing: Filing, at: datetime, *, version: int) -> None:
    """Keeps what an import says now as its ``version``; earlier versions stay."""
    stored = with_squares(Filing.objects.all()).get(pk=filing.pk)
    take_snapshot(filing=stored, facts=facts_of(stored), version=version, actor=None, at=at)
    filing.version = version
    filing.save(update_fields=["version"])


def _fill(filing: Filing, facts: Facts) -> None:
    """Writes every value exactly as printed; a draft keeps its own locked squares and takes no stated values."""
    filing.edition = facts.edition
    squares = _squares(filing, facts)
    filing.extras, filing.amount_unit = dict(facts.extras), facts.amount_unit
    filing.save(update_fields=["edition", "extras", "amount_unit"])
    filing.squares.exclude(key__in=[*squares, *_kept_in(filing)]).update(raw="", amount=None)
    for key, raw in squares.items():
        amount = amount_in(filing, key, raw)
        PlainSquare.objects.update_or_create(filing=filing, key=key, defaults={"raw": raw, "amount": amount})
    filing.list_rows.all().delete()
    ListRow.objects.bulk_create(
        ListRow(filing=filing, name=name, code=code, position=position, squares=row)
        for name, rows in _lists(filing, facts).items()
        for position, (code, row) in enumerate(rows, start=1)
    )


def _kept_in(filing: Filing) -> frozenset[str]:
    """The squares of a draft that are the system's, not the file's: what it fills in or computes; none of an import."""
    edition = edition_named(filing.edition)
    return frozenset() if filing.imported else edition.given | edition.computed | {"title", "region_code"}


def _squares(filing: Filing, facts: Facts) -> dict[str, str]:
    kept = _kept_in(filing)
    return {key: raw for key, raw in facts.squares.items() if key not in kept}


def _lists(filing: Filing, facts: Facts) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Every row's code, where it has one, and squares; a draft takes what a person may type, and no stated values."""
    coded = edition_named(filing.edition).codes

    def taken(row: Row) -> dict[str, str]:
        every = row.squares.items()
        return {name: text for name, text in every if filing.imported or can_be_typed(filing.edition, row.key(name))}

    return {
        name: [(row.ref if name in coded else "", taken(row)) for row in rows]
        for name, rows in facts.lists.items()
        if rows
    }


def _claims(filing: Filing, facts: Facts) -> tuple[object, ...]:
    """What two sets of facts for ``filing`` have in common when they say the same, whatever their rows are called."""
    squares = {key: raw for key, raw in _squares(filing, facts).items() if raw}
    return (facts.edition, squares, _lists(filing, facts), dict(facts.extras), facts.amount_unit)


def _obligation_for(facts: Facts, at: datetime) -> Obligation:
    kind, edition = KINDS.get(facts.form), EDITIONS.get(facts.edition)
    if kind not in CALLED_FOR or edition is None:
        raise Refused(_("不认识的表式“%(edition)s”。") % {"edition": facts.edition})
    if edition.kind is not kind:
        raise Refused(_("表式“%(edition)s”不是%(paper)s用的。") % {"edition": facts.edition, "paper": _(kind.name)})
    if facts.year is None:
        raise Refused(_("没有写明年度（监控时点），不知道该归入哪一批。"))
    if kind.monthly and facts.month is None:
        raise Refused(_("%(paper)s没有写明监控月份。") % {"paper": _(kind.name)})
    region = region_of(facts)
    cycle = cycle_of(region=region, facts=facts, at=at)
    fund = fund_as_kept(facts)
    found = Obligation.objects.filter(cycle=cycle, unit__region=region, fund=fund).first()
    if found is None and facts.fund is None and not cycle.historical:
        raise Refused(_("不认识的险种“%(fund)s”，本批次没有要求填报。") % {"fund": fund})
    return found or Obligation.objects.create(cycle=cycle, unit=unit_of(region, facts), fund=fund)


def fund_as_kept(facts: Facts) -> str:
    """The fund's code; of a fund that the portal does not know what the file calls it, or else its project."""
    said = facts.fund or facts.extras.get("fund") or facts.value("project_name") or facts.value("fund_name")
    return said[: Obligation.LONGEST_FUND]


def region_of(facts: Facts) -> Region:
    """The region that has, or had, the file's code; created (below its prefecture) where the portal knows none."""
    code = facts.value("region_code").strip()
    if len(code) != 6 or not (code.isascii() and code.isdigit()):
        raise Refused(_("没有可用的六位区划代码（region_code）。"))
    had = Q(code=code) | Q(former_names__code=code)
    if found := Region.objects.filter(had).order_by(Case(When(code=code, then=0), default=1)).first():
        return found
    parent = (
        None
        if code.endswith("0000")
        else _region_by_code(f"{code[:2]}0000" if code.endswith("00") else f"{code[:4]}00")
    )
    level = (
        Region.Level.REGION
        if parent is None
        else Region.Level.PREFECTURE
        if code.endswith("00")
        else Region.Level.COUNTY
    )
    return Region.objects.create(code=code, name=(facts.value("region") or code)[:60], level=level, parent=parent)


def _region_by_code(code: str) -> Region:
    parent = None if code.endswith("0000") else _region_by_code(f"{code[:2]}0000")
    level = Region.Level.PREFECTURE if parent else Region.Level.REGION
    return Region.objects.get_or_create(code=code, defaults={"name": code, "level": level, "parent": parent})[0]


def cycle_of(*, region: Region, facts: Facts, at: datetime) -> Cycle:
    """The cycle that called for this paper; a historical one is created where there is none."""
    prefecture = region.prefecture
    if prefecture is None or facts.year is None:
        raise Refused(_("这个区划不属于任何地区，不能归入批次。"))
    month = facts.month if KINDS[facts.form].monthly else None
    called = {"prefecture": prefecture, "kind": facts.form.value, "year": facts.year, "month": month}
    last = Cycle(**called).last_day
    found, _made = Cycle.objects.get_or_create(
        **called,
        defaults={
            "edition": facts.edition,
            "opens_at": end_of(last),
            "due_at": end_of(last + timedelta(days=15)),
            "opened_at": at,
            "historical": True,
        },
    )
    return found


def unit_of(region: Region, facts: Facts) -> Unit:
    """The unit of the region that owes the paper: of several the one that ever bore the printed name, else one in use.

    A new one takes the printed name.
    """
    kind, printed = _kind_of(facts), facts.value(edition_of(facts).unit_square)[:100]
    here = Unit.objects.filter(region=region)
    ever = Q(name=printed) | Q(former_names__name=printed) | Q(aliases__contains=[printed])
    named = Case(When(ever, then=0), default=1)
    if found := here.filter(kind=kind).order_by(named, "-active", "pk").first():
        return found
    taken = not printed or here.filter(name=printed).exists()
    return Unit.objects.create(region=region, kind=kind, name=f"{region.name}{kind.label}" if taken else printed)


def _kind_of(facts: Facts) -> Unit.Kind:
    """Which kind of bureau runs the fund; of an unknown fund its paper's own words tell 医保 from the rest.

    A prefecture's own papers are its finance bureau's.
    """
    if KINDS[facts.form].owner is Owner.PREFECTURE:
        return Unit.Kind.FINANCE
    known = (kind for kind, funds in FUNDS_OF.items() if facts.fund in funds)
    words = facts.value("project_name") + facts.value("reporting_unit")
    return Unit.Kind(next(known, Unit.Kind.MEDICAL_INSURANCE if "医" in words else Unit.Kind.SOCIAL_INSURANCE))
