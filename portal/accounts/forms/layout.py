"""How crispy draws a form of ours: without a form tag of its own, which the template writes."""

from crispy_forms.helper import FormHelper


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
