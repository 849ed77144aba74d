"""The regions, units and people that a person sees: those of the prefecture their unit lies in."""

from collections.abc import Collection

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, OuterRef, Q, QuerySet

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
    """Adds what each unit was called before, and what those were that it took over from, in the same query.

    :func:`earlier_names` gives the names, ``units_behind`` the ids of the others.
    """
    behind = Unit.objects.filter(successions__successor=OuterRef("pk"))
    theirs = Q(unit=OuterRef("pk")) | Q(unit__successions__successor=OuterRef("pk"))
    former = FormerUnitName.objects.filter(theirs)
    return units.annotate(
        former=ArraySubquery(former.values("name")),
        former_short=ArraySubquery(former.values("short_name")),
        behind=ArraySubquery(behind.values("name")),
        behind_short=ArraySubquery(behind.values("short_name")),
        behind_other=ArraySubquery(behind.values(alias=Func(F("aliases"), function="unnest"))),
        units_behind=ArraySubquery(behind.values("pk")),
    )


def earlier_names(unit: Unit) -> list[str]:
    """Every name, full and short, that a unit of :func:`with_earlier_names` or one behind it bore."""
    names = ("former", "former_short", "behind", "behind_short", "behind_other")
    return [name for each in names for name in getattr(unit, each)]


def names_of_people(ids: Collection[str]) -> dict[str, str]:
    """The names of some people, by id; for the record, which everybody stays in."""
    return {str(pk): name for pk, name in User.objects.filter(pk__in=ids).values_list("pk", "full_name")}


def names_of_units(ids: Collection[str]) -> dict[str, str]:
    """The names of some units today, by id."""
    return {str(pk): name for pk, name in Unit.objects.filter(pk__in=ids).values_list("pk", "name")}


def names_of_regions(ids: Collection[str]) -> dict[str, str]:
    """The names of some regions today, by id."""
    return {str(pk): name for pk, name in Region.objects.filter(pk__in=ids).values_list("pk", "name")}
