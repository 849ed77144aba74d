"""What a person sees of regions, units and people: those of the prefecture their unit lies in."""

from django.db.models import Q, QuerySet

from portal.accounts.models import Region, Unit, User


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
