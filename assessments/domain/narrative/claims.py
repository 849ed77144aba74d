"""The claims of a text: values of data, and how values hang together."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from assessments.domain.measures import Interval, Measure, Quantity
from assessments.domain.narrative.items import Item
from assessments.domain.narrative.roles import ClaimRole


class Key(NamedTuple):
    """A datum: whose (``scope``, ``subject``), what (``item``), when (``months`` blank for a whole year)."""

    scope: str
    subject: str
    item: str
    year: int | None
    months: str = ""


class Spot(NamedTuple):
    """The place of words: paragraph, sentence counted through the text, and the characters in the paragraph."""

    paragraph: int
    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure: the datum, its role, the number as printed, where and in which words.

    ``certain`` says that subject, measure and role were named or follow without doubt; only certain claims are compared
    with figures that stand elsewhere.
    """

    key: Key
    role: ClaimRole
    quantity: Quantity
    spot: Spot
    words: str = ""
    item: Item = field(default_factory=lambda: Item(""))
    certain: bool = True

    @property
    def interval(self) -> Interval:
        """The values that the printed number can stand for."""
        return Interval.around(self.quantity)


@dataclass(frozen=True, slots=True)
class RateClaim:
    """完成预算的 Y%, 执行率 Y%, 完成率 Y%: the outcome of ``key`` over its budget or target.

    ``over`` is the label of the denominator, ``labelled`` whether the words give it; ``outcomes`` and ``bases`` are the
    figures that the sentence itself gives.
    """

    stated: Quantity
    key: Key
    over: ClaimRole
    spot: Spot
    words: str = ""
    labelled: bool = True
    outcomes: tuple[Claim, ...] = ()
    bases: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeClaim:
    """较上年增加 X (an amount) or 增长 Y% (a rate): ``now`` against ``base``, ``sign`` 0 where either way is said.

    ``amount`` is the amount that the sentence states before its rate, ``otherwise`` what the words can also mean.
    """

    stated: Quantity
    sign: int
    now: Key
    now_role: ClaimRole
    base: Key
    base_role: ClaimRole | None
    spot: Spot
    words: str = ""
    amount: "ChangeClaim | None" = None
    otherwise: "ChangeClaim | None" = None

    @property
    def is_rate(self) -> bool:
        """True if it says by how many per cent."""
        return self.stated.dimension == "%"


@dataclass(frozen=True, slots=True)
class Points:
    """比上年的 B% 提高 X 个百分点: two percentages of one sentence, and the difference that it states."""

    stated: Quantity
    sign: int
    now: Quantity
    base: Quantity
    spot: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class Yearly:
    """由 2019 年的 X 增加到 2021 年的 Y，年均增长 Z%: two values some years apart, and the growth of each year."""

    stated: Quantity
    sign: int
    now: Claim
    base: Claim
    years: int
    spot: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShareClaim:
    """占 W 的 Y%, 是 W 的 Y 倍: ``part`` over ``whole``; a blank item of ``whole`` stands for the total of its side."""

    stated: Quantity
    part: Key
    whole: Key
    role: ClaimRole
    spot: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class Proportion:
    """A 与 B 之比 r:1, 抚养比 r:1; the items are blank where the text does not name them."""

    ratio: tuple[Decimal, Decimal]
    places: int
    first: Key
    second: Key
    spot: Spot
    words: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """其中：A x、B y: parts of ``whole``; ``complete`` says that the list names everything.

    ``of_change`` that it splits a change, of which a part can be more than all.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    complete: bool
    of_change: bool = False


@dataclass(frozen=True, slots=True)
class GoalClaim:
    """A target in running text (指标值 ≥a) and what came of it (完成值 b), None where the text does not say.

    ``base`` is the target as a value where it is a plain number.
    """

    name: str
    key: Key
    target: Measure
    spot: Spot
    words: str = ""
    base: Claim | None = None
    actual: Claim | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a text claims, in reading order."""

    values: tuple[Claim, ...] = ()
    rates: tuple[RateClaim, ...] = ()
    changes: tuple[ChangeClaim, ...] = ()
    points: tuple[Points, ...] = ()
    yearly: tuple[Yearly, ...] = ()
    shares: tuple[ShareClaim, ...] = ()
    proportions: tuple[Proportion, ...] = ()
    parts: tuple[Parts, ...] = ()
    goals: tuple[GoalClaim, ...] = ()
