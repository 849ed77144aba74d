"""People: the list's filters, a new person, a change."""

from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.layout import ask_by_name, filters, plain
from portal.accounts.forms.remembering import RememberingForm
from portal.accounts.models import Unit, User
from portal.accounts.queries import units_visible_to
from portal.accounts.roles import Role, refuse_misplaced
from portal.text.inputs import Line
from portal.text.printed import PrintedLine


class PeopleFilter(forms.Form):
    """The choice among the prefecture's people; an unreadable choice filters nothing."""

    q = Line(label=_("姓名或登录名"), max_length=60, required=False)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"), required=False, empty_label=_("全部单位"))
    role = forms.ChoiceField(label=_("角色"), required=False, choices=[("", _("全部角色")), *Role.choices])
    state = forms.ChoiceField(
        label=_("状态"), required=False, choices=[("", _("全部")), ("on", _("启用")), ("off", _("停用"))]
    )

    def __init__(self, *args: Any, admin: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_visible_to(admin)  # type: ignore[attr-defined]
        self.helper = filters()

    def narrow(self, people: QuerySet[User]) -> QuerySet[User]:
        """``people`` that fit what was chosen."""
        chosen = self.cleaned_data if self.is_valid() else {}
        if words := chosen.get("q"):
            people = people.filter(Q(full_name__icontains=words) | Q(username__icontains=words))
        if unit := chosen.get("unit"):
            people = people.filter(unit=unit)
        if role := chosen.get("role"):
            people = people.filter(roles__contains=[role])
        if state := chosen.get("state"):
            people = people.filter(is_active=state == "on")
        return people


class PersonForm(RememberingForm, forms.Form):
    """A person's name, unit and roles."""

    full_name = PrintedLine(label=_("姓名"), max_length=60)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"), empty_label=_("请选择"))
    roles = forms.MultipleChoiceField(
        label=_("角色"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("填报单位：填报员、单位负责人；财政单位：填报员（本级表）、审核员、处室领导、业务管理员、审计员。"),
    )

    def __init__(self, *args: Any, admin: User, person: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_visible_to(admin)
        open_units = Q(active=True) | Q(pk=person.unit_id) if person else Q(active=True)
        self.fields["unit"].queryset = units.filter(open_units)  # type: ignore[attr-defined]
        self.helper = plain()
        ask_by_name(self)

    def clean(self) -> dict[str, Any]:
        """Refuses roles that the chosen unit does not have."""
        chosen = super().clean() or self.cleaned_data
        unit = chosen.get("unit")
        if unit and chosen.get("roles"):
            try:
                refuse_misplaced(chosen["roles"], finance=unit.is_finance)
            except ValidationError as error:
                self.add_error("roles", error)
        return chosen


class NewPersonForm(PersonForm):
    """The same with a login name, which stays for good."""

    username = Line(
        label=_("登录名"),
        max_length=60,
        validators=[UnicodeUsernameValidator(message=_("登录名只能用字母、数字和 @ . + - _，不能有空格或其他符号。"))],
        help_text=_("字母、数字和 @ . + - _，例如 bachu-clerk；建立后不能改。"),
    )
    field_order = ["username", "full_name", "unit", "roles"]

    def clean_username(self) -> str:
        """Refuses a name that somebody has, whatever its case."""
        username: str = User.normalize_username(self.cleaned_data["username"])
        if User.objects.named(username):
            raise ValidationError(_("登录名“%(name)s”已有人用，请换一个。"), "taken", {"name": username})
        return username
