"""V26 on review sheets: the words above and below the table are filled in."""

from assessments.domain.consistency import Finding, Severity
from assessments.domain.facts import Facts
from assessments.domain.wording import Message
from assessments.domain.wording import gettext_noop as _

RULE = "V26"
#: 业务处室 and 监控时点 above the table, 处室领导 and 经办人 below it, by the exchange format's names.
WORDS: dict[str, str] = {
    "business_office": _("业务处室"),
    "monitoring_point": _("监控时点"),
    "office_head": _("处室领导"),
    "handler": _("经办人"),
}
_TITLE = _("表头或表尾没有填")
_SAY = _("“{word}”没有填，签发前应填写完整")
_SHORT = _("没有填")


def check_words(sheet: Facts) -> tuple[Finding, ...]:
    """One finding for each blank word of a sheet, keyed by the word's name."""
    blank = [name for name in WORDS if not sheet.value(name).strip()]
    return tuple(
        Finding(
            RULE, Severity.ERROR, name, Message(_TITLE), Message(_SAY, {"word": Message(WORDS[name])}), Message(_SHORT)
        )
        for name in blank
    )
