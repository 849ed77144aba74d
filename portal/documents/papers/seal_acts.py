"""The acts of people behind a seal: asked of the app that owns the paper, at the moment of sealing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_noop

#: The acts that authorise seals: a unit sends its paper or approves it, the prefecture concludes it, or signs a sheet.
WORDS = {
    "submit": gettext_noop("报送"),
    "approve": gettext_noop("审定"),
    "conclude": gettext_noop("办结"),
    "sign": gettext_noop("签发"),
}


@dataclass(frozen=True, slots=True)
class SealAct:
    """One act that authorises one seal: ``unit_id`` seals ``field`` because ``actor`` did ``act`` at ``at``."""

    field: str
    unit_id: int
    act: str
    actor: str
    at: datetime


ActsOf = Callable[[str, str], Sequence[SealAct]]


def acts_behind(*, subject_kind: str, subject_id: str, digest: str) -> Sequence[SealAct]:
    """The acts on the version with ``digest`` that stand now, in the order of their seals (``settings.SEAL_ACTS``).

    Empty for a version that is withdrawn, that is not the one the act was about, or that nobody sealed.
    """
    name = settings.SEAL_ACTS.get(subject_kind)
    return cast(ActsOf, import_string(name))(subject_id, digest) if name else ()
