"""The settings of an indicator row beside its squares."""

import json
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.domain.completion import GRADE_NAMES
from assessments.domain.natures import NATURE_NAMES
from assessments.editions import edition_named
from assessments.models import ListRow
from portal.text.inputs import Line, Words

_WORDS = ("deviation_reason", "corrective_measure")
_CHOICES: dict[str, tuple[Any, dict[Any, str]]] = {
    "nature": (_("由系统判断"), NATURE_NAMES),
    "grade": (_("未选"), GRADE_NAMES),
}


class RowSettings(forms.Form):
    """Levels (the edition's names or any other), nature, grade, reason of a deviation, measure.

    Each field is named by its key and remembers what it held, so that it is saved as any square is.
    """

    level1 = Line(label=_("一级指标"), required=False)
    level2 = Line(label=_("二级指标"), required=False)
    nature = forms.ChoiceField(
        label=_("性质"), required=False, help_text=_("决定怎样计算完成率和进度；不选时由系统按指标值判断。")
    )
    grade = forms.ChoiceField(label=_("达成情况"), required=False, help_text=_("文字类指标须选。"))
    deviation_reason = Words(label=_("偏差原因"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    corrective_measure = Words(label=_("改进措施"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, row: ListRow, edition: str) -> None:
        self.row = row
        declared = edition_named(edition)
        self.levels = declared.levels
        super().__init__(initial={name: row.squares.get(name, "") for name in self.base_fields}, auto_id="row-%s")
        needless = _WORDS if declared.says_why_in_rows else () if declared.completes_rows else (*_CHOICES, *_WORDS)
        for name in needless:
            del self.fields[name]
        for name, (blank, choices) in _CHOICES.items():
            if name in self.fields:
                field: Any = self.fields[name]
                field.choices = [("", blank), *((choice.value, gettext(said)) for choice, said in choices.items())]
        for name, bound in self.fields.items():
            bound.widget.attrs |= {"data-was": row.squares.get(name, ""), "autocomplete": "off"}
        self.fields["level1"].widget.attrs |= {
            "list": "levels-1",
            "data-levels": json.dumps(dict(self.levels), ensure_ascii=False),
        }
        self.fields["level2"].widget.attrs |= {"list": "levels-2"}
        self.helper = _helper(
            [name for name in _CHOICES if name in self.fields], [*filter(_WORDS.__contains__, self.fields)]
        )

    def add_prefix(self, field_name: str) -> str:
        """The key of the square."""
        return f"indicators[{self.row.pk}].{field_name}"


def _helper(choices: list[str], words: list[str]) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        Div(Div("level1", css_class="col"), Div("level2", css_class="col"), css_class="row"),
        HTML('<datalist id="levels-1">{% for name in form.levels %}<option value="{{ name }}">{% endfor %}</datalist>'),
        HTML('<datalist id="levels-2" data-second></datalist>'),
        Div(*(Div(name, css_class="col") for name in choices), css_class="row"),
        *words,
    )
    return helper
