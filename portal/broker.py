"""Workers' hearing of the broker: as Celery does, except that a message which nobody of ours wrote ends no worker."""

import logging
from typing import Any

from kombu.transport.redis import Channel, Transport

logger = logging.getLogger(__name__)

#: What reading a message raises that is no message: not JSON, not text, or JSON of another shape.
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError)


class ForgivingChannel(Channel):
    """Drops what it cannot read and says so; jobs are rows, so that nothing is lost with a message."""

    def _brpop_read(self, **options: Any) -> bool | None:
        """Delivers one message; None where it was none."""
        try:
            delivered: bool = super()._brpop_read(**options)  # type: ignore[misc]
        except UNREADABLE as error:
            logger.error("a message that nobody here can have written was dropped: %s: %s", type(error).__name__, error)
            return None
        return delivered


class ForgivingTransport(Transport):
    """The redis transport with that channel; chosen by ``settings.CELERY_BROKER_TRANSPORT``."""

    Channel = ForgivingChannel
