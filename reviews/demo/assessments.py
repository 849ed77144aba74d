"""The demo's self-assessments with their narratives: one sent under a waiver, one that is still being written."""

from collections.abc import Sequence
from datetime import datetime

from assessments.domain.exchange import read_file_object
from assessments.domain.funds import Fund
from assessments.models import Cycle
from reviews.demo.filings import fill, submit
from reviews.demo.telling import ask_waiver, explain_warnings, grant_waiver, write
from reviews.demo.texts import SENT, UNFINISHED, last_year
from reviews.services.imports import load_parcel


def keep_last_year(year: int, at: datetime) -> None:
    """Loads what 塔什库尔干县 published for the year before ``year``."""
    load_parcel(parcel=read_file_object(last_year(year - 1)), name="demo", at=at)


def send_one(cycle: Cycle, county: str, days_ago: Sequence[datetime]) -> None:
    """A paper with its narrative: a rule is waived, the other warnings are explained, the head submits both."""
    filing = fill(cycle, county, Fund.GOV_PENSION, days_ago[7])
    write(cycle, filing.obligation.unit, SENT, days_ago[6])
    reason = "今年起全年由县里发放，上年只发放下半年，两年口径不同，以后各年都会这样提示。"
    waiver = ask_waiver(filing, "V22", reason, days_ago[6])
    grant_waiver(waiver, "口径变化属实，与地区统计一致，同意。", days_ago[5])
    explain_warnings(filing, days_ago[4])
    submit(filing, days_ago[3])


def begin_one(cycle: Cycle, county: str, days_ago: Sequence[datetime]) -> None:
    """A paper whose narrative has mistakes of every kind; one warning is explained, a waiver is asked for."""
    filing = fill(cycle, county, Fund.GOV_PENSION, days_ago[3])
    write(cycle, filing.obligation.unit, UNFINISHED, days_ago[2])
    explain_warnings(filing, days_ago[1])
    ask_waiver(filing, "V16", "机构改革后已更名为社会保险中心，名册还没有更新，公章和文件都用新名称。", days_ago[1])
