"""Calling for papers: a cycle's dates, who owes what, and extensions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.domain.consistency.rule_sets import NEWEST, WHAT_EACH_HOLDS
from assessments.domain.funds import NAMES, Fund
from assessments.domain.kinds import CALLED_FOR, KINDS
from assessments.domain.scoring import LEVEL_NAMES
from assessments.editions import EDITIONS, WEIGHTS
from assessments.forms.deadline_days import DeadlineField
from assessments.models import Cycle
from assessments.services.cycles import Assignment, funds_filed_by
from assessments.sheets.edition import weight_key
from portal.accounts.forms.remembering import RememberingForm
from portal.accounts.models import Region, Unit
from portal.clock import BEIJING, beginning_of, end_of, last_day_before
from portal.text.inputs import Words
from portal.ui.days import DayField

_EDITIONS = {code: edition for code, edition in EDITIONS.items() if edition.kind in CALLED_FOR}


#: The fields for the points of scored papers, each with what it is of.
_WEIGHTS = {weight_key(name): name for name in WEIGHTS}


def _kinds() -> list[tuple[str, str]]:
    return [("", gettext("请选择种类")), *((kind.form.value, gettext(kind.name)) for kind in CALLED_FOR)]


class CycleForm(RememberingForm, forms.ModelForm):
    """A cycle as its two days: it opens when the first begins and closes when the last ends, Beijing time."""

    kind = forms.ChoiceField(label=_("种类"), choices=_kinds)
    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    first_day = DayField(label=_("开放日期"), help_text=_("当天 0:00 起可以填报（北京时间）"))
    last_day = DeadlineField(label=_("截止日期"), help_text=_("当天 24:00 前报送为按时（北京时间）"))

    reason = Words(
        label=_("调整期限的理由"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("改截止日期时必填，记入操作记录"),
    )

    class Meta:
        model = Cycle
        fields = ("kind", "year", "month", "edition", "rule_set")

    field_order = ("kind", "year", "month", "edition", *_WEIGHTS, "rule_set", "first_day", "last_day", "reason")

    def __init__(self, *args: Any, prefecture: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.prefecture = prefecture
        self.fields["edition"] = forms.ChoiceField(
            label=_("表式"), choices=[(code, edition.name) for code, edition in _EDITIONS.items()]
        )
        for field, name in _WEIGHTS.items():
            said = {"level": gettext(LEVEL_NAMES.get(name, name))}
            self.fields[field] = forms.IntegerField(
                label=gettext("%(level)s分值") % said, min_value=0, max_value=100, required=False
            )
            self.initial[field] = self.instance.points[name]
        self.fields[next(iter(_WEIGHTS))].help_text = _("只用于计分的自评表，四项合计 100 分；留空即为通常分值")
        self.fields["rule_set"] = forms.ChoiceField(
            label=_("勾稽规则集"),
            choices=[(name, f"{name}　{gettext(holds)}") for name, holds in reversed(WHAT_EACH_HOLDS.items())],
            initial=NEWEST,
            help_text=_("下发后不能再改：批次里的表自始至终按这个规则集核对。"),
        )
        self.fields["month"].help_text = _("监控情况表填 1–12，其他表留空")
        if self.instance.pk:
            self.initial["first_day"] = self.instance.opens_at.astimezone(BEIJING).date()
            self.initial["last_day"] = last_day_before(self.instance.due_at)
        self.due_before = self.instance.due_at if self.instance.opened_at else None
        if self.due_before is None:
            del self.fields["reason"]
        if self.instance.opened_at:
            for name in ("kind", "year", "month", "edition", *_WEIGHTS, "rule_set"):
                self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        """Checks what belongs together: month and kind, edition and kind, first and last day."""
        found = super().clean() or {}
        kind, month = found.get("kind"), found.get("month")
        if kind and KINDS[kind].monthly and (month is None or not 1 <= month <= 12):
            self.add_error("month", _("请填监控到几月，1 到 12。"))
        if kind and not KINDS[kind].monthly and month is not None:
            self.add_error("month", gettext("%(paper)s按年度填报，月份请留空。") % {"paper": gettext(KINDS[kind].name)})
        if kind and found.get("edition") and _EDITIONS[found["edition"]].kind is not KINDS[kind]:
            self.add_error("edition", _("这个表式不适用于所选种类。"))
        self._take_weights(found)
        first, last = found.get("first_day"), found.get("last_day")
        if first and last:
            if last < first:
                self.add_error("last_day", _("截止日期不能早于开放日期。"))
            self.instance.opens_at = beginning_of(first)
            self.instance.due_at = end_of(last)
            if self.due_before not in (None, self.instance.due_at) and not found.get("reason"):
                self.add_error("reason", _("请写明调整期限的理由。"))
        if not self.errors and self._is_there_already(found):
            self.add_error(None, _("本地区已有同一种类、年度和月份的批次。"))
        return found

    def _take_weights(self, found: dict[str, Any]) -> None:
        """Gives the cycle its points; a blank is the usual number."""
        if found.get("edition") not in _EDITIONS:
            return
        self.instance.edition = found["edition"]
        given = {name: found.get(field) for field, name in _WEIGHTS.items()}
        self.instance.set_points(WEIGHTS | {name: points for name, points in given.items() if points is not None})
        if not self.instance.points_add_up:
            self.add_error(next(iter(_WEIGHTS)), _("四项分值合计应为 100 分。"))

    def _is_there_already(self, found: dict[str, Any]) -> bool:
        same = {name: found.get(name) for name in ("kind", "year", "month")}
        cycles = Cycle.objects.filter(prefecture=self.instance.prefecture, **same)
        return cycles.exclude(pk=self.instance.pk).exists()


class AssignmentForm(forms.Form):
    """The funds that each unit owes: one box for each unit of the prefecture and each fund it runs."""

    owed = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.pk): unit for unit in units}
        owed = self.fields["owed"]
        assert isinstance(owed, forms.MultipleChoiceField)
        owed.choices = [
            (f"{unit.pk}:{fund.value}", f"{unit.name} {NAMES[fund].short}")
            for unit in units
            for fund in funds_filed_by(unit)
        ]

    def assignments(self) -> list[Assignment]:
        """The ticked boxes."""
        return self._read(self.cleaned_data["owed"])

    @property
    def seen(self) -> list[Assignment] | None:
        """The boxes that were ticked when the page was drawn; None where it does not say."""
        owed = self.fields["owed"]
        assert isinstance(owed, forms.MultipleChoiceField)
        told = self.data.getlist("was:owed") if isinstance(self.data, QueryDict) else []
        return self._read(choice for choice in told if owed.valid_value(choice)) if told else None

    def _read(self, choices: Iterable[str]) -> list[Assignment]:
        pairs = (choice.split(":") for choice in choices)
        return [(self.units[unit], Fund(fund)) for unit, fund in pairs]


class ExtensionForm(RememberingForm, forms.Form):
    """A new last day for one unit, and why."""

    day = DeadlineField(label=_("新的截止日期"), help_text=_("当天 24:00 前报送为按时（北京时间）"))
    reason = Words(
        label=_("理由"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请写明调整期限的理由。")},
    )
