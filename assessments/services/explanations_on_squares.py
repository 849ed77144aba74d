"""What a unit says to the warnings of its form, and whether it still stands for what they say now."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.domain.consistency import Finding
from assessments.models import Explanation, Filing

#: Stands for the square where one confirmation settles the whole form.
WHOLE_FORM = "form"


@dataclass(frozen=True, slots=True)
class Told:
    """The unit's words to one finding; ``stands`` is False where there are none, or where the figures changed since."""

    text: str = ""
    stands: bool = False

    @property
    def is_stale(self) -> bool:
        """Whether the words were said to other figures, so that the unit is asked again."""
        return bool(self.text) and not self.stands


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Telling:
    """The explanations of one form, by rule and place."""

    explanations: Mapping[tuple[str, str], Explanation]

    def of(self, finding: Finding) -> Told:
        """What is said to ``finding``. A confirmation stands while it covers every figure that is asked about."""
        said = self.explanations.get((finding.rule, key_of(finding)))
        if said is None or not finding.is_answered_in_words or (finding.may_be_misread and not said.misread):
            return NOTHING_TOLD
        return Told(said.text, set(about(finding)) <= set(said.about))


def telling_of(filing: Filing) -> Telling:
    """What the unit says; ``filing`` has its explanations prefetched."""
    return Telling({(item.rule, item.key): item for item in filing.explanations.all()})


def key_of(finding: Finding) -> str:
    """Where the explanation of ``finding`` is kept: at its square, or once for the whole form."""
    return WHOLE_FORM if finding.confirms else finding.where


def about(finding: Finding) -> list[str]:
    """What an explanation of ``finding`` is said to, as SHA-256 (hex): its words, or each figure that it confirms."""
    return [_digest([figure]) for figure in finding.confirms] or [
        _digest((finding.found, finding.expected, str(finding.message)))
    ]


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="backslashreplace")).hexdigest()
