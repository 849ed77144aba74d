"""What a rule says about one square."""

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


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about the square ``where`` (a grid key).

    ``title`` says what is wrong, ``message`` in one sentence what would be right, ``short`` the same in at most seven
    characters for the square itself. ``found`` is the figure or text as printed, ``expected`` the recomputed one or
    blank; ``arithmetic`` shows how it was recomputed.
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
