"""Makes regions, units and people for tests; everything hangs on one prefecture unless told otherwise."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from portal.accounts.models import Region, Unit, User
from portal.accounts.roles import Role


class TopRegionFactory(DjangoModelFactory[Region]):
    """The 自治区 above everything; one row, however often it is asked for."""

    class Meta:
        model = Region
        django_get_or_create = ("code",)

    code = "990000"
    name = "测试自治区"
    level = Region.Level.REGION
    parent = None


class PrefectureFactory(DjangoModelFactory[Region]):
    """A prefecture with a code of its own, ``NNNN00``."""

    class Meta:
        model = Region

    code = factory.Sequence(lambda n: f"{n % 8000 + 1000}00")
    name = factory.Sequence(lambda n: f"第{n}地区")
    level = Region.Level.PREFECTURE
    parent = factory.SubFactory(TopRegionFactory)


class CountyFactory(DjangoModelFactory[Region]):
    """A county whose code begins with its prefecture's four digits."""

    class Meta:
        model = Region

    parent = factory.SubFactory(PrefectureFactory)
    code = factory.LazyAttributeSequence(lambda region, n: f"{region.parent.code[:4]}{n % 99 + 1:02d}")
    name = factory.Sequence(lambda n: f"第{n}县")
    level = Region.Level.COUNTY


class UnitFactory(DjangoModelFactory[Unit]):
    """A county's 社会保险管理局."""

    class Meta:
        model = Unit

    region = factory.SubFactory(CountyFactory)
    kind = Unit.Kind.SOCIAL_INSURANCE
    name = factory.LazyAttribute(lambda unit: f"{unit.region.name}社会保险管理局")
    short_name = factory.LazyAttribute(lambda unit: f"{unit.region.name}社保局")


class FinanceUnitFactory(UnitFactory):
    """A prefecture's 财政局."""

    region = factory.SubFactory(PrefectureFactory)
    kind = Unit.Kind.FINANCE
    name = factory.LazyAttribute(lambda unit: f"{unit.region.name}财政局")
    short_name = factory.LazyAttribute(lambda unit: f"{unit.region.name}财政局")


class UserFactory(DjangoModelFactory[User]):
    """A person who has changed the first password; without ``password`` nobody can sign in as them by form."""

    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"person-{n}")
    full_name = factory.Sequence(lambda n: f"第{n}人")
    unit = factory.SubFactory(UnitFactory)
    must_change_password = False

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(*args, **kwargs)


class ClerkFactory(UserFactory):
    roles = [Role.CLERK.value]


class HeadFactory(UserFactory):
    roles = [Role.HEAD.value]


class FinancePersonFactory(UserFactory):
    """A person of a prefecture's 财政局; the roles are the subclass's."""

    unit = factory.SubFactory(FinanceUnitFactory)


class ReviewerFactory(FinancePersonFactory):
    roles = [Role.REVIEWER.value]


class OfficeHeadFactory(FinancePersonFactory):
    roles = [Role.OFFICE_HEAD.value]


class BusinessAdminFactory(FinancePersonFactory):
    roles = [Role.BUSINESS_ADMIN.value]


class AuditorFactory(FinancePersonFactory):
    roles = [Role.AUDITOR.value]
