"""Values as people write them: any text is read into a typed measure, and said back (forms.md §2).

The public names of the package; everything is total on any text and never raises.
"""

from assessments.domain.measures.amounts import read_amount
from assessments.domain.measures.intervals import Interval, Outcome, compare, compare_sum, total
from assessments.domain.measures.kinds import LIMITS, NUMERIC, Deadline, Kind, Measure
from assessments.domain.measures.reading import read
from assessments.domain.measures.sentences import phrase
from assessments.domain.units import Quantity, Unit

__all__ = [
    "LIMITS",
    "NUMERIC",
    "Deadline",
    "Interval",
    "Kind",
    "Measure",
    "Outcome",
    "Quantity",
    "Unit",
    "compare",
    "compare_sum",
    "phrase",
    "read",
    "read_amount",
    "total",
]
