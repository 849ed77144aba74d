"""The regions, units and people that a person sees: those of the prefecture their unit lies in."""

from collections.abc import Collection
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

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

    :func:`earlier_names` gives the names, :func:`ids_behind` the ids of the others.
    """
    return units.annotate(**_earlier_names())


@cache
def _earlier_names() -> dict[str, ArraySubquery]:
    behind = Unit.objects.filter(successions__successor=OuterRef("pk")).order_by("pk")
    theirs = Q(unit=OuterRef("pk")) | Q(unit__successions__successor=OuterRef("pk"))
    former = FormerUnitName.objects.filter(theirs)
    names = {"name": "name", "short_name": "short_name"}
    return {
        "former": ArraySubquery(former.values(said=JSONObject(**names))),
        "behind": ArraySubquery(behind.values(said=JSONObject(pk="pk", aliases="aliases", **names))),
    }


def earlier_names(unit: Unit) -> list[str]:
    """Every name, full and short, that a unit of :func:`with_earlier_names` or one behind it bore."""
    former: list[dict[str, Any]] = unit.former  # type: ignore[attr-defined]
    behind: list[dict[str, Any]] = unit.behind  # type: ignore[attr-defined]
    names = [said[name] for units in (former, behind) for name in ("name", "short_name") for said in units]
    return names + [alias for said in behind for alias in said["aliases"]]


def ids_behind(unit: Unit) -> list[int]:
    """The ids of those that a unit of :func:`with_earlier_names` took over from."""
    return [said["pk"] for said in unit.behind]  # type: ignore[attr-defined]


def names_of_people(ids: Collection[str]) -> dict[str, str]:
    """The names of some people, by id; for the record, which everybody stays in."""
    return {str(pk): name for pk, name in User.objects.filter(pk__in=ids).values_list("pk", "full_name")}


def names_of_units(ids: Collection[str]) -> dict[str, str]:
    """The names of some units today, by id."""
    return {str(pk): name for pk, name in Unit.objects.filter(pk__in=ids).values_list("pk", "name")}


def names_of_regions(ids: Collection[str]) -> dict[str, str]:
    """The names of some regions today, by id."""
    return {str(pk): name for pk, name in Region.objects.filter(pk__in=ids).values_list("pk", "name")}
