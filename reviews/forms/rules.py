"""Narrowing the page of rules."""

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.domain.consistency import RULE_SETS, SEVERITY_NAMES, Severity
from portal.text.inputs import Line

#: Longer than anything that can be found.
_LONGEST = 100


class RuleFilter(forms.Form):
    """Words, severity and rule set; a value that is none of the choices narrows nothing."""

    q = Line(
        label=_("规则里的字词"),
        required=False,
        max_length=_LONGEST,
        widget=forms.TextInput(attrs={"class": "form-control", "type": "search", "autocomplete": "off"}),
    )
    severity = forms.ChoiceField(
        label=_("级别"),
        required=False,
        choices=[("", _("全部级别")), *((level.value, _(SEVERITY_NAMES[level])) for level in Severity)],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    rule_set = forms.ChoiceField(
        label=_("规则集"),
        required=False,
        choices=[("", _("全部规则集")), *((rule_set, rule_set) for rule_set in RULE_SETS)],
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def wanted(self) -> dict[str, str]:
        """The rules to show: ``words``, ``severity`` and ``rule_set``; an unknown choice asks for nothing."""
        self.full_clean()
        found = self.cleaned_data
        return {"words": found.get("q", ""), **{name: found.get(name, "") for name in ("severity", "rule_set")}}
