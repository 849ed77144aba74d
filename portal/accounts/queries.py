"""What a person sees of regions, units and people: those of the prefecture their unit lies in."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from portal.accounts.models import FormerUnitName, Region, Unit, User


def regions_visible_to(person: User) -> QuerySet[Region]:
    """The person's prefecture and its counties; none for a unit above all prefectures."""
    prefecture = person.unit.region.prefecture
    if prefecture is None:
        return Region.objects.none()
    return Region.objects.filter(Q(pk=prefecture.pk) | Q(parent=prefecture))


def units_visible_to(person: User) -> QuerySet[Unit]:
    """Units of the person's prefecture, with their regions."""
    return Unit.objects.filter(region__in=regions_visible_to(person)).select_related("region")


def people_visible_to(person: User) -> QuerySet[User]:
    """People of the person's prefecture, with their units and regions."""
    return User.objects.filter(unit__region__in=regions_visible_to(person)).select_related("unit__region")


def with_earlier_names(units: QuerySet[Unit]) -> QuerySet[Unit]:
    """Adds what each unit was called before, for :func:`earlier_names`, in the same query."""
    former = FormerUnitName.objects.filter(unit=OuterRef("pk"))
    return units.annotate(
        former=ArraySubquery(former.values("name")), former_short=ArraySubquery(former.values("short_name"))
    )


def earlier_names(unit: Unit) -> list[str]:
    """Every name, full and short, that a unit of :func:`with_earlier_names` bore before."""
    return [*unit.former, *unit.former_short]  # type: ignore[attr-defined]
