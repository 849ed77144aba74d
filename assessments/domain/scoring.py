"""Points on a scored self-assessment: by completion, of words by a band, and the grade of their total (forms.md §3).

Wording is scored within the band of its grade, 100–80 %, 80–60 % or 60–0 % of its points; a person chooses where
(财预〔2020〕10号).
"""

from decimal import Decimal

from assessments.domain.facts import Grade
from assessments.domain.measures import read
from assessments.domain.results import Result
from assessments.domain.rounding import half_up, printed_rate, without_zeros
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

#: What the points of a paper are of: the budget's execution and the first levels of indicators.
LEVEL_NAMES = {
    "execution": _("预算执行"),
    "产出指标": _("产出指标"),
    "效益指标": _("效益指标"),
    "满意度指标": _("满意度指标"),
}
#: The unit of points.
POINTS = "分"
#: The decimals of points.
PLACES = 2
#: The share of a row's points, from … to, that its grade allows.
BANDS: dict[Grade, tuple[Decimal, Decimal]] = {
    Grade.ACHIEVED: (Decimal("0.8"), Decimal(1)),
    Grade.PARTLY: (Decimal("0.6"), Decimal("0.8")),
    Grade.NOT_ACHIEVED: (Decimal(0), Decimal("0.6")),
}
#: The lowest total of each grade, the best first.
GRADES: tuple[tuple[Decimal, str], ...] = (
    (Decimal(90), _("优")),
    (Decimal(80), _("良")),
    (Decimal(60), _("中")),
    (Decimal(0), _("差")),
)

_SHARE = _("{rate} × {weight}")
_FULL = _("得满分 {weight}")
_NO_WEIGHT = _("分值填好后自动算出")
_BAND = _("可得 {low} 至 {high} 分")
_NO_GRADE = _("选定达成情况后评分")


def points_in(text: str) -> Decimal | None:
    """The points that a square states (27, 27.5, 27分); None where it states none."""
    quantity = read(text).quantity
    return quantity.number if quantity and (quantity.unit is None or quantity.unit.symbol == POINTS) else None


def printed_points(points: Decimal | int) -> str:
    """Points as they are printed: at most two decimals, no needless zeros (30, 28.5)."""
    return without_zeros(half_up(Decimal(points), PLACES))


def share_of(rate: Result, weight: str) -> Result:
    """The points that a rate earns of ``weight``: its share, never more than all."""
    points = points_in(weight)
    if rate.value is None or points is None:
        return Result(why_not=rate.why_not if points is not None else Message(_NO_WEIGHT))
    values = {"rate": printed_rate(rate.value, PLACES), "weight": printed_points(points)}
    earned = half_up(min(rate.value, Decimal(1)) * points, PLACES)
    return Result(earned, Message(_FULL if rate.value >= 1 else _SHARE, values))


def band_of(grade: Grade, weight: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest points that words of this grade can get; None while the weight is no number."""
    points = points_in(weight)
    low, high = BANDS[grade]
    return None if points is None else (half_up(low * points, PLACES), half_up(high * points, PLACES))


def band_in_words(grade: Grade | None, weight: str) -> Message:
    """The sentence under a score that a person chooses."""
    if grade is None:
        return Message(_NO_GRADE)
    band = band_of(grade, weight)
    if band is None:
        return Message(_NO_WEIGHT)
    return Message(_BAND, {"low": printed_points(band[0]), "high": printed_points(band[1])})


def grade_of(total: Decimal) -> str:
    """The grade of a total: 优 from 90, 良 from 80, 中 from 60, 差 below."""
    return next((name for lowest, name in GRADES if total >= lowest), GRADES[-1][1])
