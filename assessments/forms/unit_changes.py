"""机构沿革: one form for each kind of change; each makes the plan that is previewed and then carried out."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from assessments.domain.funds import NAMES
from assessments.services.cycles import FUNDS_OF
from assessments.services.renamings import Renaming, of_county
from assessments.services.takeovers import TakenShare, Takeover
from portal.accounts.forms.layout import ask_by_name, plain
from portal.accounts.models import Region, Succession, Unit, User
from portal.accounts.queries import people_visible_to, regions_visible_to, units_visible_to
from portal.accounts.services.units import refuse_foreign_code
from portal.text.inputs import Line
from portal.ui.days import DayField

Plan = Renaming | Takeover


class ChangeForm(forms.Form):
    """The part that every change has: the day from which it counts."""

    day = DayField(label=_("生效日期"))

    def __init__(self, *args: Any, admin: User, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.admin = admin
        self.fields["day"].initial = today
        self.helper = plain()
        ask_by_name(self)

    def choose(self, name: str, choices: QuerySet[Any]) -> None:
        """Offers ``choices`` in the field ``name``."""
        self.fields[name].queryset = choices  # type: ignore[attr-defined]

    @abstractmethod
    def plan(self) -> Plan:
        """The plan of the change, once the form is valid."""

    def _filers(self) -> QuerySet[Unit]:
        """The bureaus in use that file."""
        return units_visible_to(self.admin).filter(active=True).exclude(kind=Unit.Kind.FINANCE)


class RenamingForm(ChangeForm):
    """更名."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"), empty_label=_("请选择"))
    name = Line(label=_("新名称"), max_length=100, help_text=_("全称，与公章一致。"))
    short_name = Line(label=_("新简称"), max_length=40, required=False)
    field_order = ["unit", "name", "short_name", "day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("unit", units_visible_to(self.admin).filter(active=True))
        self.fields["day"].help_text = _("可以是以后的日期：到那一天自动改用新名称。")

    def plan(self) -> Renaming:
        """One unit with its new name."""
        given = self.cleaned_data
        return Renaming(given["day"], ((given["unit"], given["name"], given["short_name"]),))


class CountyForm(ChangeForm):
    """撤县设市."""

    county = forms.ModelChoiceField(Region.objects.none(), label=_("县市"), empty_label=_("请选择"))
    name = Line(label=_("新名称"), max_length=60)
    code = Line(label=_("新区划代码"), max_length=6, required=False, help_text=_("GB/T 2260，6 位数字；不变则留空。"))
    field_order = ["county", "name", "code", "day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("county", regions_visible_to(self.admin).filter(level=Region.Level.COUNTY).select_related("parent"))
        self.fields["name"].help_text = _("名称里有原县名的单位一同更名，预览中逐个列出。")

    def clean(self) -> dict[str, Any]:
        """Refuses a code of another prefecture or one that is taken."""
        given = super().clean() or self.cleaned_data
        county, code = given.get("county"), given.get("code")
        if county and code:
            try:
                refuse_foreign_code(code, prefecture=county.parent)
            except ValidationError as error:
                self.add_error("code", error)
            if taken := Region.objects.filter(code=code).exclude(pk=county.pk).first():
                values = {"code": code, "name": taken.name}
                self.add_error("code", ValidationError(_("代码 %(code)s 已是%(name)s。"), "taken", values))
        return given

    def plan(self) -> Renaming:
        """The county with its units."""
        given = self.cleaned_data
        units = units_visible_to(self.admin).filter(region=given["county"], active=True)
        return of_county(given["county"], given["name"], given["code"], given["day"], units)


class MergerForm(ChangeForm):
    """合并: several units become one, new or among them."""

    predecessors = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("原单位"), widget=forms.CheckboxSelectMultiple
    )
    successor = forms.ModelChoiceField(
        Unit.objects.none(), label=_("承接单位"), required=False, empty_label=_("新设单位（填下面的名称）")
    )
    name = Line(label=_("新单位名称"), max_length=100, required=False)
    short_name = Line(label=_("新单位简称"), max_length=40, required=False)
    region = forms.ModelChoiceField(
        Region.objects.none(), label=_("新单位所在区划"), required=False, empty_label=_("与第一个原单位相同")
    )
    move_people = forms.BooleanField(label=_("原单位的人员一同调入承接单位"), required=False, initial=True)
    field_order = ["predecessors", "successor", "name", "short_name", "region", "move_people", "day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("predecessors", "successor"):
            self.choose(name, self._filers())
        self.choose("region", regions_visible_to(self.admin))

    def clean(self) -> dict[str, Any]:
        """Asks for one successor that is not alone among the predecessors."""
        given = super().clean() or self.cleaned_data
        successor, predecessors = given.get("successor"), list(given.get("predecessors") or [])
        if bool(successor) == bool(given.get("name")):
            self.add_error("successor", _("请选择承接单位，或者填写新单位名称，二者选一。"))
        if "predecessors" in given and not [unit for unit in predecessors if unit != successor]:
            self.add_error("predecessors", _("请选择要并入的原单位。"))
        if len({unit.kind for unit in (*predecessors, *([successor] if successor else ()))}) > 1:
            self.add_error("predecessors", _("社会保险和医疗保障单位按类别经办险种，不能并成一个单位。"))
        return given

    def plan(self) -> Takeover:
        """Everything of every predecessor goes to the successor."""
        given = self.cleaned_data
        predecessors: list[Unit] = list(given["predecessors"])
        heir = given["successor"] or Unit(
            name=given["name"],
            short_name=given["short_name"],
            region=given["region"] or predecessors[0].region,
            kind=predecessors[0].kind,
        )
        leaving = tuple(unit for unit in predecessors if unit != heir)
        shares = tuple(TakenShare(unit, heir) for unit in leaving)
        people = _everybody(self.admin, leaving, heir) if given["move_people"] else ()
        return Takeover(Succession.Kind.MERGER, given["day"], shares, leaving, people)


class SplitForm(ChangeForm):
    """分设: one unit becomes several; for each fund and each person is said where to."""

    MOST = 3
    STAYS = "0"

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.people = list(people_visible_to(self.admin).filter(unit=unit, is_active=True))
        places: list[tuple[str, Any]] = [(self.STAYS, _("留在原单位"))]
        for number in range(1, self.MOST + 1):
            label = _("新单位 %(number)d 名称") % {"number": number}
            self.fields[f"name_{number}"] = Line(label=label, max_length=100, required=number == 1)
            places.append((str(number), _("新单位 %(number)d") % {"number": number}))
        for fund in FUNDS_OF[unit.kind]:
            self.fields[f"fund_{fund.value}"] = forms.ChoiceField(label=NAMES[fund].full, choices=places, initial="1")
        for person in self.people:
            self.fields[f"person_{person.pk}"] = forms.ChoiceField(
                label=f"{person.full_name}（{'、'.join(person.role_names)}）", choices=places, initial="1"
            )
        self.order_fields([*(name for name in self.fields if name != "day"), "day"])
        ask_by_name(self)

    def clean(self) -> dict[str, Any]:
        """Every new unit that is named gets a fund, and only such as are named get anything."""
        given = super().clean() or self.cleaned_data
        names = [given.get(f"name_{number}", "") for number in range(1, self.MOST + 1)]
        for field, place in given.items():
            if field.startswith(("fund_", "person_")) and place != self.STAYS and not names[int(place) - 1]:
                self.add_error(field, _("没有填写这个新单位的名称。"))
        used = {place for field, place in given.items() if field.startswith("fund_")}
        for number, name in enumerate(names, start=1):
            if name and str(number) not in used:
                self.add_error(f"name_{number}", _("请把至少一个险种划给这个新单位。"))
            if name and names.index(name) != number - 1:
                self.add_error(f"name_{number}", _("两个新单位不能同名。"))
        return given

    def plan(self) -> Takeover:
        """Each fund goes where it was sent; a unit that keeps none is closed."""
        given = self.cleaned_data
        heirs = {
            str(number): Unit(name=given[f"name_{number}"], region=self.unit.region, kind=self.unit.kind)
            for number in range(1, self.MOST + 1)
            if given[f"name_{number}"]
        }
        funds = {fund.value: given[f"fund_{fund.value}"] for fund in FUNDS_OF[self.unit.kind]}
        shares = tuple(
            TakenShare(self.unit, heir, frozenset(fund for fund, place in funds.items() if place == number))
            for number, heir in heirs.items()
        )
        closing = () if self.STAYS in funds.values() else (self.unit,)
        people = tuple(
            (person, heirs[place]) for person in self.people if (place := given[f"person_{person.pk}"]) != self.STAYS
        )
        return Takeover(Succession.Kind.SPLIT, given["day"], shares, closing, people)


class AbolitionForm(ChangeForm):
    """撤销: a unit goes out of use; another one may take over what it ran."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("撤销的单位"), empty_label=_("请选择"))
    successor = forms.ModelChoiceField(
        Unit.objects.none(), label=_("承接单位"), required=False, empty_label=_("没有承接单位")
    )
    move_people = forms.BooleanField(label=_("原单位的人员一同调入承接单位"), required=False, initial=True)
    field_order = ["unit", "successor", "move_people", "day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("unit", "successor"):
            self.choose(name, self._filers())
        self.fields["successor"].help_text = _("还有没办结的表时必须选择。")

    def clean(self) -> dict[str, Any]:
        """Refuses a unit that would take over from itself."""
        given = super().clean() or self.cleaned_data
        if given.get("unit") and given.get("unit") == given.get("successor"):
            self.add_error("successor", _("承接单位不能是撤销的单位本身。"))
        return given

    def plan(self) -> Takeover:
        """All goes to the successor, if there is one."""
        given = self.cleaned_data
        unit, heir = given["unit"], given["successor"]
        shares = (TakenShare(unit, heir),) if heir else ()
        people = _everybody(self.admin, (unit,), heir) if heir and given["move_people"] else ()
        return Takeover(Succession.Kind.ABOLITION, given["day"], shares, (unit,), people)


def _everybody(admin: User, units: Sequence[Unit], heir: Unit) -> tuple[tuple[User, Unit], ...]:
    people = people_visible_to(admin).filter(unit__in=[unit.pk for unit in units], is_active=True)
    return tuple((person, heir) for person in people)
