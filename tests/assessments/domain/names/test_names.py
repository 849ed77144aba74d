"""Counties and offices in names and in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.names import Branch, county_of, is_short_for, mentions_in, office_of, own_start, same_county
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("name", "county"),
    [
        ("喀什地区巴楚县社会保险管理局", "巴楚县"),
        ("喀什地区巴楚县", "巴楚县"),
        ("巴音郭楞州和硕县", "和硕县"),
        ("新疆维吾尔自治区喀什地区塔什库尔干塔吉克自治县医疗保障局", "塔什库尔干塔吉克自治县"),
        ("喀什地区喀什市社保基金支出", "喀什市"),
        ("乌鲁木齐市天山区医疗保障局", "天山区"),
        ("四川省达州市宣汉县社会保险局", "宣汉县"),
        ("达州市医疗保障局", "达州市"),
        ("海南省琼中黎族苗族自治县社会保险中心", "琼中黎族苗族自治县"),
        ("锡林郭勒盟正蓝旗社保中心", "正蓝旗"),
        ("锡林郭勒盟医疗保障局", ""),
        ("凤台县农村社会养老保险管理中心", "凤台县"),
        ("塔什库尔干县职工基本医疗保险(含生育)", "塔什库尔干县"),
        ("喀什地区社会保险管理局", ""),
        ("喀什地区", ""),
        ("城乡居民养老保险基金支出", ""),
        ("我县社会保险中心", ""),
        ("", ""),
    ],
)
def test_the_county_that_a_name_begins_with(name: str, county: str) -> None:
    assert county_of(name) == county


def test_a_county_by_its_short_and_its_long_name_is_the_same() -> None:
    assert same_county("塔什库尔干县", "塔什库尔干塔吉克自治县")
    assert not same_county("疏附县", "疏勒县")
    assert not same_county("和田县", "和硕县")


@pytest.mark.parametrize(
    ("name", "branch", "core"),
    [
        ("甲县社会保险管理局", Branch.SOCIAL, "社会保险管理局"),
        ("甲县社会保险事业管理局", Branch.SOCIAL, "社会保险事业管理局"),
        ("甲县社保中心", Branch.SOCIAL, "社保中心"),
        ("甲县人力资源和社会保障局", Branch.LABOUR, "人力资源和社会保障局"),
        ("人力资源社会保障部", Branch.LABOUR, "人力资源社会保障部"),
        ("甲县医疗保障服务中心", Branch.MEDICAL, "医疗保障服务中心"),
        ("甲县社会保险事业发展中心", Branch.SOCIAL, "社会保险事业发展中心"),
        ("甲县医疗生育保险服务中心", Branch.MEDICAL, "医疗生育保险服务中心"),
        ("甲县社会劳动保险事业管理处", Branch.SOCIAL, "社会劳动保险事业管理处"),
    ],
)
def test_an_office_by_its_name(name: str, branch: Branch, core: str) -> None:
    office = office_of(name)
    assert office is not None
    assert (office.branch, office.core) == (branch, core)


@pytest.mark.parametrize(
    ("name", "special"),
    [
        ("甲县社会保险管理局", ""),
        ("甲县医疗保障局", ""),
        ("甲县机关事业单位社会保险中心", "事业单位"),
        ("甲县城乡居民社会养老保险局", "居民"),
        ("甲县失业保险所", "失业"),
    ],
)
def test_an_office_for_one_insurance_is_no_general_one(name: str, special: str) -> None:
    office = office_of(name)
    assert office is not None
    assert office.special == special


@pytest.mark.parametrize("name", ["甲县财政局", "国家税务总局甲县税务局", "", "社会保险基金"])
def test_other_names_are_no_office_of_social_insurance(name: str) -> None:
    assert office_of(name) is None


@pytest.mark.parametrize(
    ("short", "full", "is_short"),
    [
        ("社保局", "社会保险管理局", True),
        ("社会保险局", "社会保险管理局", True),
        ("社保中心", "社会保险服务中心", True),
        ("医保局", "医疗保障局", True),
        ("医保局", "医疗保险事业管理局", True),
        ("社会保险中心", "社会保险管理局", False),
        ("社保局", "社会保险中心", False),
        ("社会保险管理局", "社保局", False),
    ],
)
def test_a_short_name_only_leaves_words_out(short: str, full: str, is_short: bool) -> None:
    assert is_short_for(short, full) is is_short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在巴楚县社会保险中心办理", "巴楚县社会保险中心"),
        ("由县社会保险中心办理", "县社会保险中心"),
        ("社会保险中心办理", "社会保险中心"),
        ("州社会保险中心办理", None),
        ("各县社会保险中心办理", None),
        ("伽师县社会保险中心办理", None),
        ("建立社会保险中心", None),
    ],
)
def test_the_own_office_is_told_from_others(text: str, name: str | None) -> None:
    own = office_of("喀什地区巴楚县社会保险管理局")
    assert own is not None
    (mention,) = mentions_in(text)
    start = own_start(text, mention, own)
    assert (None if start is None else text[start : mention.end]) == name


def test_a_text_names_no_office_where_it_names_one_for_some_insured_alone() -> None:
    assert list(mentions_in("由巴楚县机关事业单位社会保险中心办理")) == []


@given(any_text | st.text("县市区州社会保险局中心医疗人力资源和障管理服务", max_size=40))
def test_any_text_is_read(text: str) -> None:
    office = office_of(text)
    assert county_of(text) == county_of(text)
    for mention in mentions_in(text):
        assert text[mention.start : mention.end] == mention.core
        if office:
            own_start(text, mention, office)
