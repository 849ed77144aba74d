"""The looks of review sheets: their state, and where a square of them is."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.editions import edition_named
from portal.ui.templatetags.portal_ui import tag
from reviews.models import ReviewSheet

register = template.Library()

_States = ReviewSheet.State
_LOOKS = {
    _States.DRAFT: ("act", "pen"),
    _States.AWAITING_SIGNATURE: ("act", "send"),
    _States.SIGNED: ("ok", "ok"),
    _States.SUPERSEDED: ("line", "x"),
}
_STEPS = {
    "sheet_compose": gettext_lazy("编制"),
    "sheet_send_for_signature": gettext_lazy("送签"),
    "sheet_refuse": gettext_lazy("退回编制人"),
    "sheet_sign": gettext_lazy("签发"),
    "sheet_supersede": gettext_lazy("作废"),
    "supersede": gettext_lazy("作废"),
}


@register.simple_tag
def sheet_tag(sheet: ReviewSheet) -> SafeString:
    """Draws the status tag of a review sheet."""
    tone, icon = _LOOKS[_States(sheet.state)]
    return tag(tone, icon, sheet.get_state_display())


@register.simple_tag
def sheet_step(verb: str) -> str:
    """The word of a step of a review sheet."""
    return str(_STEPS[verb])


@register.simple_tag
def row_address(key: str, edition: str = "review-sheet-2020") -> str:
    """The place of the square ``rows[0].total_score``: 第 1 行 总分; the key itself where it is no square of a row."""
    row, _dot, name = key.removeprefix("rows[").partition("].")
    box = next((box for box in edition_named(edition).boxes() if box.key == f"rows[{{ref}}].{name}"), None)
    if box is None or not row.isdecimal():
        return key
    return _("第 %(row)d 行 %(name)s") % {"row": int(row) + 1, "name": box.label}
