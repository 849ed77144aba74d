"""The public page of one paper."""

import pytest
from django.test import Client

from portal.documents.models import Document, Imprint
from portal.documents.papers.version_status import CURRENT, REOPENED, RETURNED, SUPERSEDED, WITHDRAWN
from portal.verification import misses
from tests.portal.documents.registered_papers import PREFECTURE, UNIT, SealedPaper, make_sealed_paper
from tests.portal.verification import papers

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> SealedPaper:
    """A paper with both seals."""
    return make_sealed_paper()


def shown(client: Client, code: str) -> str:
    """The page."""
    response = client.get(f"/v/{code}/")
    assert response.status_code == 200
    return response.content.decode()


def test_anyone_learns_what_it_is_but_not_who_handled_it(stranger: Client, paper: SealedPaper) -> None:
    page = shown(stranger, paper.code.code)
    for words in (UNIT, PREFECTURE, "绩效监控情况表", "巴楚县", "第 1 版", "现行版本，印章齐全", paper.second.sha256):
        assert words in page
    assert "买买提" not in page
    assert "download" not in page


def test_it_shows_figures_to_compare_a_copy_on_paper_with(stranger: Client, paper: SealedPaper) -> None:
    assert '<dt>预算数（万元）</dt><dd class="num">10,526.00</dd>' in shown(stranger, paper.code.code)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (CURRENT, "现行版本，印章齐全"),
        (SUPERSEDED, "这是第 1 版，现行的是第 2 版。"),
        (RETURNED, "这一版已退回修改"),
        (WITHDRAWN, "这一版已被撤回"),
        (REOPENED, "正在重新办理"),
    ],
)
def test_it_says_how_the_version_stands(stranger: Client, paper: SealedPaper, state: str, said: str) -> None:
    papers.STATE.update(state=state, latest=2)
    assert said in shown(stranger, paper.code.code)


def test_before_its_seals_it_says_that_they_are_awaited(stranger: Client) -> None:
    made = make_sealed_paper()
    Imprint.objects.all().delete()
    Document.objects.all().delete()
    page = shown(stranger, made.code.code)
    assert "现行版本，待签章" in page
    assert "还没有用印。" in page


def test_a_paper_that_is_to_carry_no_seal_is_not_called_complete(stranger: Client, paper: SealedPaper) -> None:
    Imprint.objects.all().delete()
    Document.objects.all().delete()
    papers.STATE.update(seals=())
    page = shown(stranger, paper.code.code)
    assert ("现行版本，不用印" in page, "印章齐全" in page, 'class="verdict warn"' in page) == (True, False, True)


@pytest.mark.parametrize("spell", [str.lower, lambda code: f"{code[:4]}-{code[4:8]}-{code[8:]}"])
def test_a_code_typed_otherwise_leads_to_the_same_page(stranger: Client, paper: SealedPaper, spell: object) -> None:
    assert callable(spell)
    typed = spell(paper.code.code)
    response = stranger.get(f"/v/{typed}/")
    if typed != paper.code.code:
        assert (response.status_code, response["Location"]) == (302, f"/v/{paper.code.code}/")


@pytest.mark.parametrize("code", ["0" * 12, "x", "7K3M9QWX2ZTU", "汉字"])
def test_an_unknown_code_is_not_there(stranger: Client, code: str) -> None:
    response = stranger.get(f"/v/{code}/")
    assert response.status_code == 404
    assert "没有这个查验码" in response.content.decode()


def test_who_tries_many_codes_has_to_wait(stranger: Client, paper: SealedPaper) -> None:
    statuses = [stranger.get("/v/000000000000/").status_code for _ in range(misses.MOST_PER_MINUTE + 1)]
    assert statuses == [404] * misses.MOST_PER_MINUTE + [429]
    assert stranger.get(f"/v/{paper.code.code}/").status_code == 429
    assert stranger.get(f"/v/{paper.code.code}/", REMOTE_ADDR="10.9.9.9").status_code == 200


def test_the_page_speaks_english_to_who_wants_it(stranger: Client, paper: SealedPaper) -> None:
    stranger.cookies["django_language"] = "en"
    assert '<html lang="en"' in shown(stranger, paper.code.code)
