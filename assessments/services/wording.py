"""The domain's sentences in the reader's language."""

from django.utils.translation import gettext

from assessments.domain.wording import Message


def in_words(message: Message) -> str:
    """The sentence in the active language; sentences inside it are translated too."""
    values = {name: in_words(value) if isinstance(value, Message) else value for name, value in message.values.items()}
    return gettext(message.template).format(**values)
