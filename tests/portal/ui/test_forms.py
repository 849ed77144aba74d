"""The summary of what is wrong, at the top of every form that crispy draws."""

import re

from crispy_forms.utils import render_crispy_form
from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting


class Form(forms.Form):
    name = forms.CharField(label="姓名")
    roles = forms.MultipleChoiceField(label="角色", choices=[("a", "甲")], widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label="备注", required=False)

    def clean(self) -> None:
        raise forms.ValidationError("登录名或密码不正确")


def test_each_fault_is_a_link_to_its_field() -> None:
    html = render_crispy_form(Form({}))
    links = re.findall(r'<li><a href="#([^"]+)">', html)
    assert links == ["id_name", "id_roles_0"]
    assert [f'id="{target}"' in html for target in links] == [True, True]


def test_a_fault_of_the_whole_form_is_said_first() -> None:
    assert re.findall(r"<li>([^<]+)</li>", render_crispy_form(Form({}))) == ["登录名或密码不正确"]


def test_a_form_that_was_not_sent_has_no_summary() -> None:
    assert "summary" not in render_crispy_form(Form())


def test_a_choice_is_drawn_as_django_draws_it() -> None:
    choices = [("", "全部"), ("年度", [(2026, "2026 <年>"), (2025, "2025年")])]
    widget = forms.Select(attrs={"class": "form-select", "required": True, "disabled": False}, choices=choices)
    ours, theirs = (
        widget.render("year", 2025, {"id": "y"}, renderer()) for renderer in (TemplatesSetting, DjangoTemplates)
    )
    assert ours.split() == theirs.split()
