"""机构沿革: the admin reads what a merger comes to before confirming it, on a desk and on a phone."""

from django.urls import reverse

from portal.accounts.models import Succession, Unit
from tests.e2e.conftest import Enter
from tests.e2e.looks import axe, picture
from tests.factories.reviews import Court


def test_a_merger_is_read_and_confirmed(enter: Enter) -> None:
    court = Court()
    court.submitted()
    old = court.bureau.name
    page = enter(court.admin).new_page()
    page.goto(f"{reverse('assessments:unit_changes')}?kind=merger")
    page.get_by_label(old, exact=True).check()
    page.get_by_label("新单位名称").fill("巴楚县社会保险中心")
    page.get_by_role("button", name="预览变更内容").click()
    changes = page.get_by_role("region", name="变更内容")
    changes.get_by_text("未办结的表，由承接单位继续").wait_for()
    axe(page)
    picture(page, "unit-changes-preview")
    page.set_viewport_size({"width": 390, "height": 844})
    picture(page, "unit-changes-preview-narrow")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="确认办理").click()
    page.get_by_text(f"{old} → 巴楚县社会保险中心").wait_for()
    assert [one.successor.name for one in Succession.objects.all()] == ["巴楚县社会保险中心"]
    assert not Unit.objects.get(name=old).active
