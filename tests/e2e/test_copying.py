"""Copying from a table that is only read."""

from playwright.sync_api import expect

from assessments.services.squares import Change, save_squares
from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import make_bureau
from tests.factories.assessments import NOW

COPY = """([first, last]) => {
    const cell = (key) => document.querySelector(`td[data-key="${key}"]`);
    const selection = getSelection();
    selection.setBaseAndExtent(cell(first), 0, cell(last), cell(last).childNodes.length);
    const clipboardData = new DataTransfer();
    document.body.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return ["text/plain", "text/html"].map((kind) => clipboardData.getData(kind));
}"""


def test_values_are_copied_without_readings_and_signs(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau()
    changes = [
        Change(f"{name}.total", amount, "") for name, amount in (("adjusted_budget", "14158"), ("executed", "10934"))
    ]
    save_squares(filing_id=bureau.filing.pk, changes=changes, actor=bureau.clerk, at=NOW)
    page = enter(bureau.clerk).new_page()
    page.goto(f"/filings/{bureau.filing.pk}/")
    expect(page.locator('td[data-key="executed.total"] .rd')).to_have_text("1.0934 亿元")
    text, html = page.evaluate(COPY, ["executed.total", "execution_rate"])
    assert text == "10934\t77.23%"
    assert html == (
        '<table><tbody><tr><td colspan="1" rowspan="1">10934</td>'
        '<td colspan="1" rowspan="3">77.23%</td></tr></tbody></table>'
    )
    text, _html = page.evaluate(COPY, [bureau.key(1, "level3"), bureau.key(2, "target")])
    assert text == "参保缴费人数\t\t2834人\t2977人\t105.05%\n支出预算执行率\t\t95%-105%"
