"""Where papers come from: places all over the country, the offices that file, the names of funds."""

from dataclasses import dataclass
from random import Random

from assessments.domain.funds import Fund


@dataclass(frozen=True)
class Place:
    """A county, banner, city or district, and what stands above it; ``above`` is blank where nothing does."""

    province: str
    above: str
    name: str

    @property
    def full(self) -> str:
        return f"{self.above}{self.name}"

    @property
    def longest(self) -> str:
        return f"{self.province}{self.above}{self.name}"


PLACES = tuple(
    Place(*parts.split())
    for parts in (
        "新疆维吾尔自治区 喀什地区 巴楚县",
        "新疆维吾尔自治区 喀什地区 塔什库尔干塔吉克自治县",
        "新疆维吾尔自治区 巴音郭楞蒙古自治州 和静县",
        "新疆维吾尔自治区 伊犁哈萨克自治州 察布查尔锡伯自治县",
        "新疆维吾尔自治区 克孜勒苏柯尔克孜自治州 阿合奇县",
        "新疆维吾尔自治区 阿克苏地区 库车市",
        "新疆维吾尔自治区 乌鲁木齐市 沙依巴克区",
        "云南省 红河哈尼族彝族自治州 元阳县",
        "云南省 红河州 泸西县",
        "湖南省 湘西土家族苗族自治州 凤凰县",
        "四川省 甘孜藏族自治州 色达县",
        "四川省 达州市 宣汉县",
        "四川省 攀枝花市 东区",
        "内蒙古自治区 锡林郭勒盟 正蓝旗",
        "内蒙古自治区 呼伦贝尔市 鄂温克族自治旗",
        "广西壮族自治区 百色市 隆林各族自治县",
        "贵州省 六盘水市 六枝特区",
        "湖北省 黄石市 大冶市",
        "安徽省 池州市 贵池区",
        "浙江省 金华市 义乌市",
        "江西省 赣州市 兴国县",
        "黑龙江省 大兴安岭地区 漠河市",
        "西藏自治区 那曲市 安多县",
        "青海省 玉树藏族自治州 囊谦县",
        "甘肃省 庆阳市 庆城县",
        "宁夏回族自治区 中卫市 海原县",
    )
)

PENSION_OFFICES = (
    "社会保险管理局",
    "社会保险事业管理局",
    "社会保险中心",
    "社会保险事业管理中心",
    "社会保险事业发展中心",
    "社会保险服务中心",
    "社会保险局",
    "社会保险事业局",
    "社会保险经办中心",
    "社会保险基金管理局",
    "社会保险事务中心",
    "人力资源和社会保障局",
)
MEDICAL_OFFICES = (
    "医疗保障局",
    "医疗保障事务中心",
    "医疗保障服务中心",
    "医疗保险服务中心",
    "医疗保险事业管理局",
    "医疗保险管理局",
    "医疗保障经办中心",
    "医疗保障基金管理中心",
)
PENSION_FUNDS = (
    Fund.GOV_PENSION,
    Fund.RESIDENT_PENSION,
    Fund.EMPLOYEE_PENSION,
    Fund.WORK_INJURY,
    Fund.UNEMPLOYMENT,
)
MEDICAL_FUNDS = (Fund.EMPLOYEE_MEDICAL, Fund.RESIDENT_MEDICAL)
FUND_NAMES: dict[Fund, tuple[str, ...]] = {
    Fund.GOV_PENSION: (
        "机关事业单位基本养老保险",
        "机关事业单位养老保险（改革）",
        "机关事业单位养老保险",
        "机关养老保险",
    ),
    Fund.RESIDENT_PENSION: ("城乡居民基本养老保险", "城乡居民养老保险", "居民养老保险", "城乡居民社会养老保险"),
    Fund.EMPLOYEE_PENSION: ("企业职工基本养老保险", "企业职工养老保险", "企业养老保险"),
    Fund.EMPLOYEE_MEDICAL: ("职工基本医疗保险（含生育保险）", "职工基本医疗保险", "城镇职工基本医疗保险", "职工医保"),
    Fund.RESIDENT_MEDICAL: ("城乡居民基本医疗保险", "居民医保", "城乡居民医疗保险"),
    Fund.WORK_INJURY: ("工伤保险",),
    Fund.UNEMPLOYMENT: ("失业保险",),
}
#: The name that budget and target tables print.
FULL_NAMES = {fund: names[0].removesuffix("（含生育保险）") for fund, names in FUND_NAMES.items()}


def office(random: Random, place: Place, medical: bool) -> str:
    """The name of a place's office, with or without what stands above the place."""
    kind = random.choice(MEDICAL_OFFICES if medical else PENSION_OFFICES)
    return f"{random.choice((place.name, place.name, place.full))}{kind}"
