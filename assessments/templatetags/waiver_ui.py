"""The looks of waivers: how they stand, and the rule that they are about."""

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from assessments.models import Waiver
from assessments.services import waivable
from portal.ui.templatetags.portal_ui import tag

register = template.Library()

#: Tone and icon of each standing.
LOOKS: dict[str, tuple[str, str]] = {
    Waiver.State.ASKED: ("act", "half"),
    Waiver.State.GRANTED: ("ok", "ok"),
    Waiver.State.REFUSED: ("err", "err"),
    Waiver.State.REVOKED: ("mark", "back"),
    Waiver.State.EXPIRED: ("line", "dot"),
}
#: The parts of the list; whatever else is over.
STAGES: dict[str, Promise] = {Waiver.State.ASKED: _("待批复"), Waiver.State.GRANTED: _("生效中")}


@register.simple_tag
def waiver_tag(standing: str) -> SafeString:
    """Draws how a waiver stands today."""
    tone, symbol = LOOKS[standing]
    return tag(tone, symbol, str(Waiver.State(standing).label))


@register.filter
def stage(standing: str) -> str:
    """The part of the list in which a waiver stands."""
    return str(STAGES.get(standing, _("已结束")))


@register.filter
def rule_title(rule: str) -> str:
    """The title of the rule of this id."""
    return waivable.rule_title(rule)
