"""A page that was tried is printed as it was laid out then."""

import pytest

from portal.documents.pdf import measure, render_pdf, trial, tried

ROWS = '<tr id="row-{0}"><th>{0}</th><td>绩效</td></tr>'
PAGE = """<!doctype html><html lang="zh-CN"><head><title>表</title></head><body><h1 class="sheet-t">自评表</h1>
<table class="sheet"><tbody>{}</tbody></table><div class="feet" id="feet"><p>填报人</p></div></body></html>"""
FITS, FLOWS = (PAGE.format("".join(map(ROWS.format, range(count)))) for count in (3, 90))


class Layouts(list[str]):
    """The pages that were laid out."""


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> Layouts:
    found, laid_out = Layouts(), trial.laid_out

    def counted(html: str) -> object:
        found.append(html)
        return laid_out(html)

    monkeypatch.setattr(trial, "laid_out", counted)
    trial.layout_of(FITS)
    found.clear()
    return found


def test_what_is_tried_comes_out_as_high_as_what_is_measured() -> None:
    names = [*(f"row-{number}" for number in range(3)), "feet"]
    measured = measure(FITS, names)
    found = tried(FITS, "feet")
    assert found is not None
    assert found.above == pytest.approx(measured["row-0"].top, abs=0.01)
    assert found.rows == pytest.approx([measured[name].height for name in names[:-1]], abs=0.01)
    assert found.below == pytest.approx(measured["feet"].height, abs=0.01)


def test_what_takes_more_than_a_page_is_not_kept(layouts: Layouts) -> None:
    assert tried(FLOWS, "feet") is None
    render_pdf(FLOWS)
    assert layouts == [FLOWS, FLOWS]


def test_printing_what_was_tried_lays_nothing_out_again(layouts: Layouts) -> None:
    fresh = render_pdf(FITS)
    layouts.clear()
    tried(FITS, "feet")
    assert render_pdf(FITS) == fresh
    assert layouts == [FITS]


def test_a_layout_serves_once_because_printing_changes_it(layouts: Layouts) -> None:
    tried(FITS, "feet")
    assert render_pdf(FITS, title="甲") != render_pdf(FITS, title="乙")
    assert layouts == [FITS, FITS]


def test_another_text_is_laid_out_by_itself(layouts: Layouts) -> None:
    other = FITS.replace("填报人", "负责人")
    tried(FITS, "feet")
    assert render_pdf(other) == render_pdf(other)
    assert layouts == [FITS, other, other]
