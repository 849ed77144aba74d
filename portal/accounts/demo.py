"""The people and places of the demo; only on the embedded database. The persons are invented, the places are real."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from portal.accounts.models import Region, Unit, User
from portal.accounts.roles import Role
from portal.audit.services import record

#: For every demo account; printed at the start, good for a private machine only.
PASSWORD = "jixiao-demo-2026"  # noqa: S105 - public on purpose, see above

SOCIAL, MEDICAL, FINANCE = Unit.Kind.SOCIAL_INSURANCE, Unit.Kind.MEDICAL_INSURANCE, Unit.Kind.FINANCE

#: GB/T 2260 code, name, code of the region above.
REGIONS = (
    ("650000", "新疆维吾尔自治区", ""),
    ("652800", "巴音郭楞蒙古自治州", "650000"),
    ("652828", "和硕县", "652800"),
    ("653100", "喀什地区", "650000"),
    ("653130", "巴楚县", "653100"),
    ("653131", "塔什库尔干塔吉克自治县", "653100"),
)


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A bureau and its people: login name, full name, role."""

    region: str
    kind: Unit.Kind
    name: str
    short_name: str
    people: tuple[tuple[str, str, Role], ...]
    aliases: tuple[str, ...] = ()


UNITS = (
    DemoUnit(
        "653130",
        SOCIAL,
        "巴楚县社会保险管理局",
        "巴楚县社保局",
        (
            ("bachu-clerk", "阿依古丽·买买提", Role.CLERK),
            ("bachu-clerk-2", "陈晓燕", Role.CLERK),
            ("bachu-head", "吐尔逊江·艾合买提", Role.HEAD),
        ),
        ("喀什地区巴楚县社会保险管理局",),
    ),
    DemoUnit(
        "653130",
        MEDICAL,
        "巴楚县医疗保障局",
        "巴楚县医保局",
        (("bachu-yb-clerk", "古丽米热·图尔迪", Role.CLERK), ("bachu-yb-head", "刘建军", Role.HEAD)),
    ),
    DemoUnit(
        "653131",
        SOCIAL,
        "塔什库尔干县社会保险管理局",
        "塔县社保局",
        (("tashi-clerk", "阿依努尔·夏木西", Role.CLERK), ("tashi-head", "拉齐克·白克力", Role.HEAD)),
        ("塔什库尔干塔吉克自治县社会保险管理局",),
    ),
    DemoUnit(
        "653131",
        MEDICAL,
        "塔什库尔干县医疗保障局",
        "塔县医保局",
        (("tashi-yb-clerk", "古丽夏提·米尔扎", Role.CLERK), ("tashi-yb-head", "杨志强", Role.HEAD)),
        ("塔什库尔干塔吉克自治县医疗保障局",),
    ),
    DemoUnit(
        "652828",
        SOCIAL,
        "和硕县社会保险中心",
        "和硕县社保中心",
        (("heshuo-clerk", "其其格·巴图", Role.CLERK), ("heshuo-head", "马志远", Role.HEAD)),
        ("巴州和硕县社会保险中心",),
    ),
    DemoUnit(
        "652828",
        MEDICAL,
        "和硕县医疗保障局",
        "和硕县医保局",
        (("heshuo-yb-clerk", "王丽娟", Role.CLERK), ("heshuo-yb-head", "巴特尔·孟和", Role.HEAD)),
    ),
    DemoUnit(
        "653100",
        FINANCE,
        "喀什地区财政局",
        "喀什地区财政局",
        (
            ("kashi-clerk", "吴晓萍", Role.CLERK),
            ("kashi-reviewer", "热依汗古丽·阿布都", Role.REVIEWER),
            ("kashi-leader", "张文涛", Role.OFFICE_HEAD),
            ("kashi-admin", "李慧敏", Role.BUSINESS_ADMIN),
            ("kashi-auditor", "艾力江·吾守尔", Role.AUDITOR),
        ),
    ),
    DemoUnit(
        "652800",
        FINANCE,
        "巴音郭楞蒙古自治州财政局",
        "巴州财政局",
        (
            ("bazhou-clerk", "郭春燕", Role.CLERK),
            ("bazhou-reviewer", "娜仁高娃·布和", Role.REVIEWER),
            ("bazhou-leader", "赵立新", Role.OFFICE_HEAD),
            ("bazhou-admin", "孙雅琴", Role.BUSINESS_ADMIN),
            ("bazhou-auditor", "阿迪力·卡德尔", Role.AUDITOR),
        ),
    ),
)


@transaction.atomic
def seed_people(at: datetime) -> None:
    """Makes the regions, units and accounts that are not there yet; what is there stays as it is.

    Raises ImproperlyConfigured anywhere but on the embedded database.
    """
    if not settings.EMBEDDED:
        raise ImproperlyConfigured("demo accounts exist only on the embedded database")
    regions = _seed_regions()
    for plan in UNITS:
        facts = {"kind": plan.kind, "short_name": plan.short_name, "aliases": list(plan.aliases)}
        unit, _made = Unit.objects.get_or_create(region=regions[plan.region], name=plan.name, defaults=facts)
        for username, full_name, role in plan.people:
            _seed_person(unit, username, full_name, role, at)


def demo_usernames() -> list[str]:
    """The login names of the demo, in the order of the table."""
    return [username for plan in UNITS for username, _full_name, _role in plan.people]


def _seed_regions() -> dict[str, Region]:
    regions: dict[str, Region] = {}
    for code, name, above in REGIONS:
        level = Region.Level.COUNTY if not code.endswith("00") else Region.Level.PREFECTURE
        level = level if above else Region.Level.REGION
        facts = {"name": name, "level": level, "parent": regions.get(above)}
        regions[code], _made = Region.objects.get_or_create(code=code, defaults=facts)
    return regions


@cache
def _hashed_password() -> str:
    """One hash for all demo accounts: their password is public, and hashing is slow on purpose."""
    return make_password(PASSWORD)


def _seed_person(unit: Unit, username: str, full_name: str, role: Role, at: datetime) -> None:
    if User.objects.filter(username=username).exists():
        return
    person = User.objects.create_user(
        username, None, full_name=full_name, unit=unit, roles=[role.value], must_change_password=False
    )
    User.objects.filter(pk=person.pk).update(password=_hashed_password())
    record(
        actor=None,
        verb="user_created",
        subject_kind="user",
        subject_id=person.pk,
        at=at,
        details={"username": username, "demo": True},
        region_code=unit.region.code,
    )
