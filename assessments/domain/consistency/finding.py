"""A finding: the words of a rule about one square, one cell of a table or some words of a text."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _


class Severity(StrEnum):
    """须改 blocks sending, 需说明 asks for an explanation, 提示 informs; on imports all are advisory."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


SEVERITY_NAMES: dict[Severity, str] = {
    Severity.ERROR: _("须改"),
    Severity.WARNING: _("需说明"),
    Severity.NOTICE: _("提示"),
}


#: The rule on signs that nobody can read or print: there are no words to be misread.
_ON_SIGNS = "V00"


@dataclass(frozen=True, slots=True)
class Span:
    """The words of a text that a finding is about: ``text[start:end]``.

    ``narrative`` and ``paragraph`` are indexes into a dossier; both None where the text is a square of a form, which
    the finding's ``where`` names.
    """

    start: int
    end: int
    narrative: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about the square, cell or paragraph ``where``.

    ``where`` is a grid key (``executed.total``) to a rule about one form, a place in the file
    (``filings[0].executed.total``, ``tables.表三.大病保险支出[1]``, ``narrative[12]``) to a rule about a dossier.
    ``title`` says what is wrong, ``message`` in one sentence what would be right, ``short`` the same in at most seven
    characters for the square itself. ``found`` is the figure or text as printed, ``expected`` the recomputed one or
    blank; ``arithmetic`` shows how it was recomputed; ``span`` are the words in a running text.
    ``confirms`` are the figures of a warning that is settled by one confirmation for the whole form, wherever in the
    form it stands; blank where the square or the words themselves must be explained.
    """

    rule: str
    severity: Severity
    where: str
    title: Message
    message: Message
    short: Message
    found: str = ""
    expected: str = ""
    arithmetic: Message | None = None
    span: Span | None = None
    confirms: tuple[str, ...] = ()

    @property
    def may_be_misread(self) -> bool:
        """True if it must be changed for what was read in running words, where the reading itself may be wrong."""
        return self.severity is Severity.ERROR and self.span is not None and self.rule != _ON_SIGNS

    @property
    def is_answered_in_words(self) -> bool:
        """True if the unit's words settle it: a warning by a reason, an error in running words by 系统读错了."""
        return self.severity is Severity.WARNING or self.may_be_misread
