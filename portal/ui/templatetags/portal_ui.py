"""The tags that every template may use: icons, tags, the sections of the top bar, the clock."""

from datetime import datetime
from functools import lru_cache
from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from portal.ui import navigation as sections
from portal.ui.lists import way_back
from portal.ui.script_words import address

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, size: str = "") -> SafeString:
    """Draws symbol ``i-<name>`` of the sprite for eyes only; ``size`` is "", "s" (14 px) or "l" (22 px)."""
    classes = f"ic {size}".rstrip()
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>',
        classes,
        static("icons.svg"),
        name,
    )


@register.simple_tag
def tag(tone: str, symbol: str, word: str) -> SafeString:
    """Draws a status tag: ``tone`` is "", act, mark, ok, warn, err, calc, diff or line; ``symbol`` an icon's name."""
    return format_html('<span class="{}">{}{}</span>', f"tag {tone}".rstrip(), icon(symbol), word)


@register.simple_tag
def fixed(template_name: str) -> SafeString:
    """Draws a template of which every page of a language shows the same: dialogs, say, that scripts fill in."""
    return drawn_in(template_name, get_language())


@lru_cache(maxsize=64)
def drawn_in(template_name: str, language: str) -> SafeString:
    """The template in the language of the page, drawn once in a process."""
    return render_to_string(template_name)


@register.inclusion_tag("_navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """The sections of the signed-in person; ``section`` in the context says which one, where the address does not."""
    user = context.get("user")
    request = context.get("request")
    return {
        "links": sections.links(
            roles=getattr(user, "roles", ()),
            path=request.path if request else "",
            section=context.get("section") or "",
        )
    }


@register.simple_tag(takes_context=True)
def back_to(context: Context, name: str) -> str:
    """The address of the list ``name`` with the tab and the filters with which it was left."""
    return way_back(context["request"].session, name)


@register.simple_tag
def script_words() -> str:
    """The address of the scripts' words in the language of the page."""
    return address()


@register.simple_tag
def server_time() -> datetime:
    """This server's time in Beijing, for the clock in the bar; receptions are judged by the database's."""
    return timezone.localtime()
