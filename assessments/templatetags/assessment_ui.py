"""The looks of states and lights: shape, word and colour, never colour alone."""

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from assessments.domain.lights import OFF_TARGET
from assessments.domain.workflow import STATE_NAMES, State
from assessments.models import Move
from portal.ui.templatetags.portal_ui import icon, tag

register = template.Library()

#: Tone and icon of each state; red is none of them: red means wrong.
STATE_LOOKS: dict[State, tuple[str, str]] = {
    State.DRAFT: ("act", "pen"),
    State.PENDING_HEAD: ("", "pen"),
    State.SUBMITTED: ("act", "send"),
    State.IN_REVIEW: ("act", "half"),
    State.RETURNED: ("mark", "back"),
    State.SCORED: ("ok", "ok"),
    State.CONCLUDED: ("ok", "ok"),
}

#: Words shown where there is no state: a cycle that is not open, an obligation without a filing, a sealed paper.
DISPLAY_WORDS: dict[str, tuple[str, str, Promise]] = {
    "not_open": ("line", "dot", _("未开放")),
    "not_started": ("line", "dot", _("未开始")),
    "archived": ("ok", "ok", _("已归档")),
}

LIGHTS: dict[str, tuple[str, Promise]] = {
    "red": ("red", _("滞后")),
    "yellow": ("yel", _("偏慢")),
    "green": ("grn", pgettext_lazy("light", "正常")),
    OFF_TARGET: ("off", _("正常，但不在目标内")),
    "blue": ("blu", _("超进度")),
    "": ("non", _("无法判定")),
}


@register.simple_tag
def move_icon(move: Move) -> SafeString:
    """Draws where a step led: the icon of the state that it brought the filing to."""
    _tone, symbol = STATE_LOOKS[State(move.target)]
    return icon(symbol)


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """Draws the status tag of a filing's state, or of ``not_open``, ``not_started`` and ``archived``."""
    if state in DISPLAY_WORDS:
        tone, symbol, word = DISPLAY_WORDS[state]
        return tag(tone, symbol, str(word))
    tone, symbol = STATE_LOOKS[State(state)]
    return tag(tone, symbol, gettext(STATE_NAMES[State(state)]))


@register.simple_tag
@lru_cache(maxsize=128)
def rule_link(rule: str) -> SafeString:
    """Draws the id of a rule, which leads to what it compares."""
    address = reverse("reviews:rules")
    return format_html('<a class="rule-id" href="{}#{}"><code>{}</code></a>', address, rule, rule)


@register.simple_tag
def light(colour: str | None, words: bool = True) -> SafeString:
    """Draws a light with its word; without ``words`` the word is only read aloud; ``None`` is 无法判定, never green."""
    return _light(str(colour or ""), words, get_language())


@lru_cache(maxsize=64)
def _light(colour: str, words: bool, _language: str) -> SafeString:
    shape, word = LIGHTS[colour]
    return format_html(
        '<span class="light {}"><svg aria-hidden="true" focusable="false"><use href="{}#l-{}"/></svg>{}</span>',
        shape,
        static("icons.svg"),
        shape,
        word if words else format_html('<span class="vh">{}</span>', word),
    )
