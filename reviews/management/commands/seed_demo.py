"""``seed_demo``: fills the embedded database with public filings and with open cycles of this year."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

import assessments
from assessments.domain.exchange import read_file_text
from assessments.domain.funds import Fund
from assessments.models import Cycle
from portal import clock
from portal.accounts.demo import seed_people
from portal.accounts.models import Region
from reviews.demo.assessments import begin_one, keep_last_year, send_one
from reviews.demo.cycles import call_for_papers
from reviews.demo.filings import fill, send, send_back, submit
from reviews.demo.targets import set_targets
from reviews.demo.telling import explain_warnings

FILINGS = Path(assessments.__file__).parent / "demo" / "filings"
KASHGAR, BAYINGOL = "653100", "652800"
BACHU, TASHKURGAN, HESHUO = "653130", "653131", "652828"


class Command(BaseCommand):
    help = "把公开的绩效材料和今年的演示批次放进内置数据库；只在内置模式下可用，重复执行不再改动。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Seeds once; a second call changes nothing."""
        if not settings.EMBEDDED:
            raise CommandError("演示数据只能放进内置数据库（没有设置 DATABASE_URL 时）。")
        at = clock.now()
        seed_people(at)
        if not Cycle.objects.filter(historical=False).exists():
            with transaction.atomic():
                seed_this_year(at)
        call_command("load_filing", *sorted(map(str, FILINGS.glob("*.json"))), verbosity=0)


def seed_this_year(at: datetime) -> None:
    """This year's cycles in both prefectures: papers untouched, half filled, sent, submitted and returned.

    Two self-assessments go with a narrative, one is scored, and one county has last year's papers to be held against.
    """
    published = read_file_text((FILINGS / "kashgar-2023-budget.json").read_bytes()).targets
    kashgar = call_for_papers(Region.objects.get(code=KASHGAR), at)
    bayingol = call_for_papers(Region.objects.get(code=BAYINGOL), at, yearly="self-assessment-scored")
    days_ago = [at - timedelta(days=days) for days in range(8)]
    set_targets(kashgar.targets, published, days_ago)
    keep_last_year(kashgar.self_assessment.year, at)
    send_one(kashgar.self_assessment, TASHKURGAN, days_ago)
    begin_one(kashgar.self_assessment, BACHU, days_ago)
    spent = fill(kashgar.monitoring, BACHU, Fund.GOV_PENSION, days_ago[5], all_spent=True)
    explain_warnings(spent, days_ago[4])
    submit(spent, days_ago[2])
    fill(kashgar.monitoring, BACHU, Fund.RESIDENT_PENSION, days_ago[1], half=True)
    send(fill(kashgar.monitoring, BACHU, Fund.EMPLOYEE_MEDICAL, days_ago[3]), days_ago[1])
    returned = submit(fill(kashgar.monitoring, TASHKURGAN, Fund.GOV_PENSION, days_ago[6]), days_ago[4])
    send_back(returned, days_ago[1])
    fill(kashgar.monitoring, TASHKURGAN, Fund.RESIDENT_MEDICAL, days_ago[2], half=True)
    fill(bayingol.monitoring, HESHUO, Fund.GOV_PENSION, days_ago[2], half=True)
    fill(bayingol.self_assessment, HESHUO, Fund.GOV_PENSION, days_ago[2])
    submit(fill(bayingol.monitoring, HESHUO, Fund.EMPLOYEE_MEDICAL, days_ago[4]), days_ago[1])
