"""The domain's sentences and squares, as templates name them."""

from django import template

from assessments.domain.facts import Facts
from assessments.domain.wording import Message
from assessments.rendering.grid.addresses import address_of
from assessments.rendering.grid.drawables import element_id
from assessments.services.wording import in_words

register = template.Library()


@register.filter
def words(message: Message | str) -> str:
    """The sentence in the reader's language."""
    return in_words(message) if isinstance(message, Message) else message


@register.filter
def square_id(key: str) -> str:
    """The HTML id of the square ``key``."""
    return element_id(key)


@register.filter
def address_in(key: str, facts: Facts) -> str:
    """The place of the square on the paper: 四 · 2 · 指标完成值."""
    return address_of(key, facts)
