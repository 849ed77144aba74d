"""豁免: asking for one, deciding on one, and narrowing the lists."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessments.domain.funds import NAMES, Fund
from assessments.forms.deadline_days import DeadlineField
from assessments.models import Cycle, Obligation, Waiver
from assessments.models.waiver import Waivers
from assessments.queries import cycles_visible_to
from assessments.services.explanations import LONGEST
from assessments.services.waivable import rule_title, waivable_rules
from portal.accounts.forms.layout import filters, plain
from portal.accounts.models import Region, Unit, User
from portal.text.inputs import Words


def _reason(label: Any, missing: Any) -> Words:
    return Words(
        label=label,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing},
    )


class AskForm(forms.Form):
    """One of the rules that stand in the filing's way, and why it should be set aside."""

    rule = forms.ChoiceField(
        label=_("规则"),
        error_messages={
            "required": _("请选择一条规则。"),
            "invalid_choice": _("请选择一条现在有检查结果的规则。"),
        },
    )
    reason = _reason(_("申请理由"), _("请写明为什么这条规则不适用于本表。"))

    def __init__(self, *args: Any, rules: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()
        _offer(self, [(rule, _with_places(rule, places)) for rule, places in rules.items()])


class GrantForm(forms.Form):
    """The reason, and the last day on which the rule is set aside."""

    reason = _reason(_("批准理由"), _("请写明批准豁免的理由。"))
    until = DeadlineField(label=_("有效至"), help_text=_("当天 24:00 前有效（北京时间），最长一年"))

    def __init__(self, *args: Any, usual: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()
        self.initial.setdefault("until", usual)


class NewForm(GrantForm):
    """The same for a rule that nobody asked to be waived."""

    rule = forms.ChoiceField(
        label=_("规则"),
        error_messages={
            "required": _("请选择一条规则。"),
            "invalid_choice": _("请从本批次的规则中选择一条。"),
        },
    )
    field_order = ("rule", "reason", "until")

    def __init__(self, *args: Any, cycle: Cycle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, [(rule, f"{rule} {rule_title(rule)}") for rule in waivable_rules(cycle)])


class RefuseWaiverForm(forms.Form):
    """The reason why a request is declined."""

    reason = _reason(_("不予豁免的理由"), _("请写明不予豁免的理由，单位可以看到。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()


class RevokeWaiverForm(forms.Form):
    """The reason why a waiver ends before its last day."""

    reason = _reason(_("撤销理由"), _("请写明撤销豁免的理由，单位可以看到。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()


class _Narrowing(forms.Form):
    """Cycle and county; a value that is none of the choices narrows nothing and is named."""

    cycle = forms.ModelChoiceField(Cycle.objects.none(), label=_("批次"), required=False, empty_label=_("全部批次"))
    region = forms.ModelChoiceField(Region.objects.none(), label=_("县市"), required=False, empty_label=_("全部县市"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = filters()
        self._choices_of("cycle", cycles_visible_to(user).filter(historical=False, opened_at__isnull=False))
        if user.unit.kind == Unit.Kind.FINANCE:
            self._choices_of("region", Region.objects.filter(parent=user.unit.region_id))
        else:
            del self.fields["region"]

    def chosen(self, **paths: str) -> dict[str, Any]:
        """What was chosen, by the path that it narrows."""
        found = self.cleaned_data if self.is_valid() else {}
        return {paths[name]: value for name, value in found.items() if value}

    def _choices_of(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class WaiverFilter(_Narrowing):
    """The choice of waivers: cycle, county and how they stand today."""

    standing = forms.ChoiceField(label=_("状态"), required=False, choices=[("", _("全部状态")), *Waiver.State.choices])

    def filtered(self, waivers: Waivers) -> Waivers:
        """The waivers that every chosen value fits."""
        return waivers.filter(
            **self.chosen(cycle="obligation__cycle", region="obligation__unit__region", standing="standing")
        )


class PaperFilter(_Narrowing):
    """The choice of papers: cycle, county and fund."""

    fund = forms.ChoiceField(
        label=_("险种"),
        required=False,
        choices=[("", _("全部险种")), *((fund.value, NAMES[fund].full) for fund in Fund)],
    )

    def filtered(self, owed: QuerySet[Obligation]) -> QuerySet[Obligation]:
        """The papers that every chosen value fits."""
        return owed.filter(**self.chosen(cycle="cycle", region="unit__region", fund="fund"))


def _offer(form: forms.Form, choices: list[tuple[str, str]]) -> None:
    field = form.fields["rule"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", _("请选择")), *choices]


def _with_places(rule: str, places: int) -> str:
    counted = ngettext("%(number)s 处", "%(number)s 处", places) % {"number": places}
    return f"{rule} {rule_title(rule)}（{counted}）"
