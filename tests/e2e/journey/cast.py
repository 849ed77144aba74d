"""Who takes part in the journey, and the papers it is about."""

from datetime import date, datetime, timedelta

from assessments.domain.working_days import next_working_day
from portal.clock import BEIJING

CLERK, HEAD, NEWCOMER = "bachu-yb-clerk", "bachu-yb-head", "bachu-yb-clerk-2"
REVIEWER, LEADER, ADMIN = "kashi-reviewer", "kashi-leader", "kashi-admin"
NEW_PASSWORD = "baihe-yu-liushui-7"
LEADER_NAME = "张文涛"

TODAY = datetime.now(BEIJING).date()


def working_day_in(days: int) -> date:
    """A day on which a deadline can end without a question, so many days from today or a little later."""
    return next_working_day(TODAY + timedelta(days=days))


#: The demo's monitoring of this year, up to the month that the demo takes.
MONTH = max(1, TODAY.month - 1)
CYCLE = f"{TODAY.year}年1–{MONTH}月绩效监控"
COUNTY, BUREAU = "巴楚县", "巴楚县医疗保障局"
#: The paper that is written on the journey; one that waits for the head; one that waits for the reviewer.
FUND, RETURNED_FUND, RECEIVED_FUND = "城乡居民基本医疗保险", "职工基本医疗保险", "机关事业单位基本养老保险"
