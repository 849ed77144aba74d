"""How lines of the record read."""

from portal.audit.models import Entry
from portal.audit.wording import facts_of, subject_of, verb_of


def test_an_act_reads_in_the_words_of_its_app() -> None:
    assert verb_of(Entry(verb="user_disabled")) == "停用用户"


def test_an_act_without_words_reads_as_itself() -> None:
    assert verb_of(Entry(verb="none_such")) == "none_such"


def test_a_subject_reads_as_kind_and_number() -> None:
    assert subject_of(Entry(subject_kind="unit", subject_id="7")) == "单位 7"
    assert subject_of(Entry(subject_kind="user", subject_id="")) == "用户"


def test_facts_are_flat_and_in_order() -> None:
    entry = Entry(details={"after": {"username": "clerk", "roles": ["clerk", "丙"]}, "address": None, "odd": True})
    assert facts_of(entry) == [("改后·登录名", "clerk"), ("改后·角色", "填报员、丙"), ("地址", ""), ("odd", "是")]


def test_codes_ids_and_instants_read_as_words() -> None:
    details = {"owed": ["巴楚县社会保险管理局:GOV_PENSION"], "due_at": "2026-10-15T16:00:00+00:00", "filings": [7, 8]}
    assert facts_of(Entry(details=details), {("filing", "7"): "巴楚县 机关养老"}) == [
        ("应报事项", "巴楚县社会保险管理局 机关事业单位基本养老保险"),
        ("截止时间", "2026年10月16日 00:00"),
        ("申报", "巴楚县 机关养老、8"),
    ]


def test_a_part_of_the_subject_reads_as_it_is_called() -> None:
    entry = Entry(subject_kind="filing", subject_id="7", details={"key": "executed.total"})
    assert facts_of(entry, {("square", "7:executed.total"): "二 · 执行数"}) == [("格", "二 · 执行数")]
    assert facts_of(entry) == [("格", "executed.total")]
