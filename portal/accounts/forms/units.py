"""Units and counties."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.layout import ask_by_name, filters, plain
from portal.accounts.forms.remembering import RememberingForm
from portal.accounts.models import Region, Unit, User
from portal.accounts.queries import regions_visible_to
from portal.accounts.services.units import refuse_foreign_code, refuse_misplaced_kind
from portal.text.inputs import Line, Words
from portal.text.printed import PrintedLine


class UnitFilter(forms.Form):
    """The choice among the prefecture's units; an unreadable choice filters nothing."""

    q = Line(label=_("名称"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("类别"), required=False, choices=[("", _("全部类别")), *Unit.Kind.choices])
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[("", _("全部")), ("on", _("在用")), ("off", _("停用"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = filters()

    def narrow(self, units: QuerySet[Unit]) -> QuerySet[Unit]:
        """``units`` that fit what was chosen."""
        chosen = self.cleaned_data if self.is_valid() else {}
        if words := chosen.get("q"):
            units = units.filter(Q(name__icontains=words) | Q(short_name__icontains=words))
        if kind := chosen.get("kind"):
            units = units.filter(kind=kind)
        if state := chosen.get("state"):
            units = units.filter(active=state == "on")
        return units


class UnitForm(RememberingForm, forms.Form):
    """The name of a unit."""

    name = PrintedLine(label=_("单位名称"), max_length=100, help_text=_("全称，与公章一致。"))
    short_name = Line(label=_("简称"), max_length=40, required=False, help_text=_("例如 巴楚县社保局。"))
    aliases = Words(
        label=_("曾用名或别名"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("每行一个，每个不超过 100 字。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()
        ask_by_name(self)

    def clean_aliases(self) -> list[str]:
        """The names, one per line, each once."""
        lines = [line.strip() for line in self.cleaned_data["aliases"].splitlines()]
        names = list(dict.fromkeys(line for line in lines if line))
        if too_long := next((name for name in names if len(name) > 100), None):
            raise ValidationError(_("“%(start)s……”超过 100 字，请缩短。"), "long", {"start": too_long[:12]})
        return names


class NewUnitForm(UnitForm):
    """The same with its place and kind, which stay for good."""

    region = forms.ModelChoiceField(Region.objects.none(), label=_("所在区划"), empty_label=_("请选择"))
    kind = forms.ChoiceField(label=_("类别"), choices=[("", _("请选择")), *Unit.Kind.choices])
    field_order = ["region", "kind", "name", "short_name", "aliases"]

    def __init__(self, *args: Any, admin: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = regions_visible_to(admin)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuses a finance unit in a county, and a name that the region has."""
        chosen = super().clean() or self.cleaned_data
        region, kind, name = (chosen.get(key) for key in ("region", "kind", "name"))
        if region and kind:
            try:
                refuse_misplaced_kind(region=region, kind=kind)
            except ValidationError as error:
                self.add_error("kind", error)
        if region and name and Unit.objects.filter(region=region, name=name).exists():
            values = {"region": region.name, "name": name}
            self.add_error("name", ValidationError(_("%(region)s已有“%(name)s”。"), "taken", values))
        return chosen


class CountyForm(forms.Form):
    """A county of the prefecture."""

    code = Line(label=_("区划代码"), max_length=6, help_text=_("GB/T 2260，6 位数字。"))
    name = PrintedLine(label=_("区划名称"), max_length=60)

    def __init__(self, *args: Any, prefecture: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prefecture = prefecture
        self.helper = plain()
        ask_by_name(self)

    def clean_code(self) -> str:
        """Refuses a code that is not of this prefecture, or taken."""
        code: str = self.cleaned_data["code"]
        refuse_foreign_code(code, prefecture=self.prefecture)
        if taken := Region.objects.filter(code=code).first():
            values = {"code": code, "name": taken.name}
            raise ValidationError(_("代码 %(code)s 已是%(name)s。"), "taken", values)
        return code
