"""The words of other screens on the unit's seal."""

from typing import Any

from django import template
from django.template.context import Context

from portal import clock
from portal.seals.permissions import may_keep_seal
from portal.seals.queries import ending_seal

register = template.Library()


@register.inclusion_tag("seals/_ending.html", takes_context=True)
def seal_ending(context: Context) -> dict[str, Any]:
    """Tells who looks after the unit's seal that its certificate ends soon or has ended; nothing otherwise."""
    person = context["user"]
    return {"seal": ending_seal(person, at=clock.now()) if may_keep_seal(person) else None}
