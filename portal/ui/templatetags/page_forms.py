"""``{% csrf_token %}`` of every template: the token, and whose page the form stands on."""

from django import template
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.accounts.models import User
from portal.accounts.whose_page import FIELD, page_mark

register = template.Library()


@register.simple_tag(takes_context=True)
def csrf_token(context: Context) -> SafeString:
    """Draws Django's hidden field and, for a person who is signed in, the one that names them."""
    token = mark_safe(CsrfTokenNode().render(context))  # noqa: S308 what Django's own tag draws
    person = context.get("user")
    if not isinstance(person, User):
        return token
    return format_html('{}<input type="hidden" name="{}" value="{}">', token, FIELD, page_mark(person))


@register.filter
def page_of(person: object) -> str:
    """The mark of ``person`` on a page; blank for a stranger."""
    return page_mark(person) if isinstance(person, User) else ""
