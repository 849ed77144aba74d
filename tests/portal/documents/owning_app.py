"""An app of its own for these tests: it owns subjects of kind ``paper`` and says who may read them.

The id of a paper says what happens to it: ``slow-2.5-x`` takes 2.5 seconds, ``refused-x`` cannot be printed,
``fatal-x`` ends in an error that is no ``Exception``, ``moved-x`` has another content by now, ``unsealed-7`` waits
until unit 7 is in use.
"""

import time
from dataclasses import replace
from datetime import timedelta

from django.db.models import QuerySet

from portal.accounts.models import Unit, User
from portal.documents.errors import AwaitsSealError, CannotPrintError
from portal.documents.kinds import RENDER
from portal.documents.papers.printable_html import PrintableHtml

#: Printing that may take a second.
SHORT = replace(RENDER, time_limit=timedelta(seconds=1))


class FatalError(BaseException):
    """As an engine raises it that wants nobody to go on."""


def build(subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """A page that says which paper it is."""
    what, _, rest = subject_id.partition("-")
    if what == "slow":
        time.sleep(float(rest.partition("-")[0]))
    if what == "refused":
        raise CannotPrintError("缺少字形：%(glyphs)s", glyphs="䶮")
    if what == "fatal":
        raise FatalError(subject_id)
    if what == "broken":
        raise ZeroDivisionError(subject_id)
    if what == "unsealed" and not Unit.objects.get(pk=rest).active:
        raise AwaitsSealError("%(unit)s没有印章。", unit_id=int(rest), unit="县社保局")
    html = (
        f"<!doctype html><html lang='zh-CN'><head><title>{subject_id}</title></head><body><p>{subject_id} {variant}</p>"
    )
    return PrintableHtml(
        html=f"{html}</body></html>",
        title=subject_id,
        filename=f"{subject_id}.pdf",
        digest="f" * 64 if what == "moved" else "",
    )


def may_read(user: User, subject_id: str) -> bool:
    """Papers belong to the unit whose number ends their id."""
    return subject_id.rpartition("-")[2] == str(user.unit_id)


def visible_to(user: User) -> QuerySet[Unit]:
    """For the list: the units are the subjects here, a person sees their own."""
    return Unit.objects.filter(pk=user.unit_id)
