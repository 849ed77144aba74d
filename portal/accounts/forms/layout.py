"""The looks and words of our own forms: drawn by crispy, without a form tag, which the template writes."""

from crispy_forms.helper import FormHelper
from django.forms import BaseForm, ChoiceField
from django.utils.translation import gettext as _


def ask_by_name(form: BaseForm) -> None:
    """Makes every empty square say what is to be filled in or chosen."""
    for field in form.fields.values():
        wording = _("请选择%(label)s。") if isinstance(field, ChoiceField) else _("请填写%(label)s。")
        field.error_messages["required"] = wording % {"label": field.label}


def plain() -> FormHelper:
    """Fields one below the other, the token included."""
    helper = FormHelper()
    helper.form_tag = False
    return helper


def filters() -> FormHelper:
    """Fields of a GET form above a list."""
    helper = plain()
    helper.disable_csrf = True
    return helper
