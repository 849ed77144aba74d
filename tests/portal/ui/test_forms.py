"""The summary of what is wrong, at the top of every form that crispy draws."""

import re

from crispy_forms.utils import render_crispy_form
from django import forms


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
