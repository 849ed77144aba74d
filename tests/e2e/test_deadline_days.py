"""A deadline on a day off in a browser: one click takes the next working day, Enter chooses nothing."""

from django.urls import reverse
from playwright.sync_api import expect

from assessments.models import Extension
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.assessments import make_obligation
from tests.factories.reviews import Court


def test_one_click_takes_the_next_working_day(enter: Enter, transactional_db: None) -> None:
    court = Court()
    owed = make_obligation(court.cycle, court.bureau)
    page = enter(court.admin).new_page()
    page.goto(reverse("assessments:extend", args=[owed.pk]))
    page.get_by_label("新的截止日期").fill("2026-10-04")
    page.get_by_label("理由").fill("系统升级")
    page.get_by_role("button", name="调整截止日期").click()
    offered = page.get_by_role("button", name="改为下一个工作日 10月8日（星期四）")
    expect(offered).to_be_visible()
    picture(page, "deadline-day-off")
    axe(page)
    page.get_by_label("新的截止日期").press("Enter")
    expect(offered).to_be_visible()
    expect(page.get_by_label("理由")).to_have_value("系统升级")
    offered.click()
    page.wait_for_url(f"**{reverse('assessments:cycle', args=[court.cycle.pk])}")
    assert Extension.objects.get().obligation.due_day.isoformat() == "2026-10-08"
