"""The proposals for 预算执行情况, 绩效目标完成情况 and 按时报送, each with its working (forms.md §4)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.domain.completion import ONE, ZERO
from assessments.domain.computed import Computed, RowResult
from assessments.domain.facts import Facts, Nature
from assessments.domain.lights import Light
from assessments.domain.natures import SCALED_NATURES
from assessments.domain.rounding import half_up, printed_rate, whole, without_residue, without_zeros
from assessments.domain.usability import rule_of
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _
from reviews.domain.rubric import MAXIMA, Part, Tariff
from reviews.domain.timeliness import Timeliness

_PROPOSED = _("{sum} = 建议 {points}")
_ROUNDED = _("{sum} = {exact}，建议 {points}")
_ROUNDED_ALONE = _("{exact}，建议 {points}")
_PLAIN = _("建议 {points}")

_EXECUTION = _("执行率")
_TIME = _("时序 {month} ÷ 12")
_PACE = _("进度比 {rate} ÷ {time}")
_FULL = _("在 {low}%–{high}% 之内，得满分")
_NOTHING = _("不高于 {low}%，不得分")
_SLOW = _("低于 {high}%，按比例得分")
_FAST = _("超过 {high}%，每个百分点扣 1 分，最低 {floor} 分")
_NO_MONTH = _("监控时点读不出月份，算不出时序进度")

_ROW = "{name}"
_MEAN = _("{count} 行的平均 × {maximum}")
_UNUSABLE = _("{name}：无法判定，扣 {amount} 分")
_LEFT_OUT = _("{name}无法判定")
_BY_TIME = _("完成率 {rate}，按时序 {time} 折算")
_OVER_RUN = _("超进度，按 {share} 计")
_NO_ROWS = _("没有可以判定的指标，请逐项核对后评分")

_WAIVED = _("{rule} 已豁免：{what}，不扣分")

_ON_TIME = _("按时报送")
_LATE = _("迟报 {count} 个工作日，每日扣 1 分")
_LATE_ANSWERS = _("退回后逾期答复 {count} 次，每次扣 1 分")
_UNPUBLISHED = _("{year} 年放假安排未公布，按周一至周五计")
_NO_RECEPTION = _("没有报送时间，请自行评分")


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One fact of the working: what it is, its ``amount`` at the right, and ``detail`` where there is more to say."""

    label: Message
    amount: str = ""
    detail: Message | None = None


@dataclass(frozen=True, slots=True)
class PartProposal:
    """The proposal for one part; ``points`` is None where nothing can be proposed, and ``why_not`` says why."""

    part: Part
    points: int | None = None
    lines: tuple[ProposalLine, ...] = ()
    sum_line: Message | None = None
    why_not: Message | None = None

    @property
    def maximum(self) -> int:
        return MAXIMA[self.part]


def printed(number: Decimal) -> str:
    """Points as shown: at most two decimals, none that say nothing."""
    return without_zeros(half_up(number, 2))


def settled(part: Part, exact: Decimal, lines: list[ProposalLine], addends: str) -> PartProposal:
    """The proposal of ``exact`` points, kept within the part's range and rounded once."""
    exact = without_residue(exact)
    points = whole(min(max(exact, ZERO), Decimal(MAXIMA[part])))
    said = "" if addends == printed(exact) else addends
    if exact == points:
        template = _PROPOSED if said else _PLAIN
    else:
        template = _ROUNDED if said else _ROUNDED_ALONE if addends else _PLAIN
    values = {"sum": addends, "exact": printed(exact), "points": points}
    return PartProposal(part, points, tuple(lines), Message(template, values))


def refused(part: Part, why_not: Message) -> PartProposal:
    """No proposal, with the reason."""
    return PartProposal(part, why_not=why_not)


def minus(start: Decimal, taken: list[Decimal]) -> str:
    """``30 − 2 − 10``; blank where nothing is taken off."""
    return " − ".join(printed(number) for number in [start, *taken]) if taken else ""


def spared(rule: str, what: Message, detail: Message | None = None) -> ProposalLine:
    """The line of what takes no points because its rule was waived."""
    return ProposalLine(Message(_WAIVED, {"rule": rule, "what": what}), "0", detail)


def budget_execution(facts: Facts, computed: Computed, tariff: Tariff) -> PartProposal:
    """预算执行情况: the execution rate against the time that has passed."""
    part, rate = Part.BUDGET_EXECUTION, computed.execution_rate
    if rate.value is None:
        return refused(part, rate.why_not or Message(_NO_MONTH))
    if computed.progress is None:
        return refused(part, Message(_NO_MONTH))
    pace = without_residue(rate.value / computed.progress * 100)
    shown, time = printed_rate(rate.value, 2), printed_rate(computed.progress, 2)
    lines = [
        ProposalLine(Message(_EXECUTION), shown, rate.arithmetic),
        ProposalLine(Message(_TIME, {"month": facts.month or 12}), time),
        ProposalLine(Message(_PACE, {"rate": shown, "time": time}), printed_rate(pace / 100, 2)),
    ]
    return _by_pace(part, pace, tariff, lines)


def _by_pace(part: Part, pace: Decimal, tariff: Tariff, lines: list[ProposalLine]) -> PartProposal:
    full, low, high = Decimal(MAXIMA[part]), tariff.full_from, tariff.full_to
    limits = {"low": printed(low), "high": printed(high), "floor": printed(tariff.over_floor)}
    if low <= pace <= high:
        return settled(part, full, [*lines, ProposalLine(Message(_FULL, limits), printed(full))], "")
    if pace > high:
        taken = min(pace - high, full - tariff.over_floor)
        return settled(
            part,
            full - taken,
            [*lines, ProposalLine(Message(_FAST, limits), f"−{printed(taken)}")],
            minus(full, [taken]),
        )
    if pace <= tariff.nothing_at:
        nothing = Message(_NOTHING, {"low": printed(tariff.nothing_at)})
        return settled(part, ZERO, [*lines, ProposalLine(nothing, "0")], "")
    points = full * (pace - tariff.nothing_at) / (low - tariff.nothing_at)
    slow = ProposalLine(Message(_SLOW, {"high": printed(low)}), printed(points))
    addends = f"{full} × ({printed(pace)} − {tariff.nothing_at}) ÷ {low - tariff.nothing_at}"
    return settled(part, points, [*lines, slow], addends)


def goal_completion(facts: Facts, computed: Computed, tariff: Tariff, *, waived: Collection[str] = ()) -> PartProposal:
    """绩效目标完成情况: the mean of the usable rows, less half a point for every unusable one that is not waived."""
    part, full = Part.GOAL_COMPLETION, Decimal(MAXIMA[Part.GOAL_COMPLETION])
    usable = {ref: row for ref, row in computed.rows.items() if row.usable}
    if not usable:
        return refused(part, Message(_NO_ROWS))
    shares = {ref: counted_share(row, tariff) for ref, row in usable.items()}
    known = {ref: share for ref, share in shares.items() if share is not None}
    if len(known) < len(shares):
        return refused(part, Message(_NO_MONTH))
    names = {row.ref: row.level3 for row in facts.indicators}
    mean = full * sum(known.values(), ZERO) / len(known)
    lines = [
        ProposalLine(
            Message(_ROW, {"name": names[ref]}), f"{half_up(share, 3):f}", _working(usable[ref], computed, tariff)
        )
        for ref, share in known.items()
    ]
    lines.append(ProposalLine(Message(_MEAN, {"count": len(known), "maximum": full}), printed(mean)))
    taken, left = _unusable_lines(computed, names, tariff, waived)
    return settled(
        part,
        mean - tariff.per_unusable * len(taken),
        lines + taken + left,
        f"{printed(mean)} − {len(taken)} × {tariff.per_unusable}" if taken else printed(mean),
    )


def _unusable_lines(
    computed: Computed, names: Mapping[str, str], tariff: Tariff, waived: Collection[str]
) -> tuple[list[ProposalLine], list[ProposalLine]]:
    """The rows that take off points, and those that a waiver spares; each named with its reason."""
    amount, taken, left = printed(tariff.per_unusable), [], []
    for ref, reason in computed.unusable.items():
        if (rule := rule_of(reason)) in waived:
            left.append(spared(rule, Message(_LEFT_OUT, {"name": names[ref]}), reason))
        else:
            label = Message(_UNUSABLE, {"name": names[ref], "amount": amount})
            taken.append(ProposalLine(label, f"−{amount}", reason))
    return taken, left


def _working(row: RowResult, computed: Computed, tariff: Tariff) -> Message | None:
    if row.light is Light.BLUE:
        return Message(_OVER_RUN, {"share": printed(tariff.over_run_counts)})
    if row.nature not in SCALED_NATURES or row.completion.value is None or computed.progress in (None, ONE):
        return row.completion.arithmetic
    time = printed_rate(computed.progress or ONE, 2)
    return Message(_BY_TIME, {"rate": printed_rate(row.completion.value, 2), "time": time})


def counted_share(row: RowResult, tariff: Tariff) -> Decimal | None:
    """The share of a usable row in the mean, at most 1; None where time matters and is not known."""
    if row.nature in (Nature.STANDARD, Nature.WORDING):
        return min(row.completion.value or ZERO, ONE)
    if row.pace is None:
        return None
    return tariff.over_run_counts if row.light is Light.BLUE else min(row.pace, ONE)


def timeliness_points(timeliness: Timeliness | None, tariff: Tariff) -> PartProposal:
    """按时报送: less one point per working day late and per return answered late."""
    part, full = Part.TIMELINESS, Decimal(MAXIMA[Part.TIMELINESS])
    if timeliness is None:
        return refused(part, Message(_NO_RECEPTION))
    counts = (
        (_LATE, timeliness.days_late, tariff.per_day_late),
        (_LATE_ANSWERS, timeliness.late_answers, tariff.per_late_answer),
    )
    taken = [(Message(template, {"count": count}), count * price) for template, count, price in counts if count]
    lines = [ProposalLine(label, f"−{printed(points)}") for label, points in taken] or [
        ProposalLine(Message(_ON_TIME), printed(full))
    ]
    lines += [ProposalLine(Message(_UNPUBLISHED, {"year": year})) for year in timeliness.unpublished]
    points = [points for _label, points in taken]
    return settled(part, full - sum(points, ZERO), lines, minus(full, points))
