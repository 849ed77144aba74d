"""The length of a session: the idle limit, which only a person's own acts extend, and the limit of a working day.

And why one is over, in words for the sign-in page.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import TextChoices
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User

#: Instants (seconds since the epoch) kept in the session.
STARTED = "signed_in_at"
LAST_ACT = "last_act_at"
#: The cookie that says why the last session of this browser ended, until somebody signs in.
LEFT = "jx_ended"
#: A later act within this time is not written down, which spares the database a write per page.
GRAIN = timedelta(minutes=1)


class Ending(TextChoices):
    """The reason why a session is over; the address of the sign-in page names it."""

    IDLE = "idle", _("您有一段时间没有操作，为安全起见已自动退出，请重新登录。")
    DAY = "day", _("登录时间已满一个工作日，请重新登录。")
    CHANGED = "changed", _("密码已修改或重置，原来的登录已失效，请用新密码登录。")
    DISABLED = "disabled", _("这个账号已停用，需要时请联系业务管理员。")
    ELSEWHERE = "elsewhere", _("登录已在别处结束，请重新登录。")
    SIGNED_OUT = "signed_out", _("您已在这个浏览器的另一页退出登录，请重新登录。")


def begin(session: SessionBase, *, at: datetime) -> None:
    """Starts both clocks."""
    session[STARTED] = session[LAST_ACT] = at.timestamp()


def limit_passed(session: SessionBase, *, at: datetime) -> Ending | None:
    """The limit that has passed; None for a session whose clocks were never started."""
    if STARTED not in session:
        return None
    if at.timestamp() - session[LAST_ACT] >= settings.SESSION_IDLE_LIMIT.total_seconds():
        return Ending.IDLE
    return Ending.DAY if at.timestamp() - session[STARTED] >= settings.SESSION_LIMIT.total_seconds() else None


def person_in(session: SessionBase) -> str | None:
    """The person that a session says it is of, before anybody has looked whether it still holds."""
    found: str | None = session.get(SESSION_KEY)
    return found


def why_nobody(request: HttpRequest, *, was: str | None) -> Ending | None:
    """The reason why nobody is signed in although a session of the person ``was`` came along; None for a stranger."""
    if was:
        active = User.objects.filter(pk=was, is_active=True).exists()
        return Ending.CHANGED if active else Ending.DISABLED
    if request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        return Ending.ELSEWHERE
    left = request.COOKIES.get(LEFT)
    return Ending(left) if left in Ending.values else None


def note_act(session: SessionBase, *, at: datetime) -> None:
    """Notes that somebody is there; starts the clocks where nobody did."""
    if STARTED not in session:
        begin(session, at=at)
    elif at.timestamp() - session[LAST_ACT] >= GRAIN.total_seconds():
        session[LAST_ACT] = at.timestamp()
