"""The choice of what is exported."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.models import Cycle
from assessments.queries import cycles_visible_to
from portal.accounts.models import Region, User


class ExportForm(forms.Form):
    """A cycle, the whole of it or one county's papers."""

    cycle = forms.ModelChoiceField(
        Cycle.objects.none(),
        label=_("批次"),
        empty_label=_("请选择批次"),
        error_messages={"required": _("请选择批次。"), "invalid_choice": _("请从列表中选择批次。")},
    )
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label=_("范围"),
        required=False,
        empty_label=_("全地区"),
        error_messages={"invalid_choice": _("请从列表中选择县市。")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "cycle": cycles_visible_to(user).filter(opened_at__isnull=False),
            "region": Region.objects.filter(parent=user.unit.region_id),
        }
        for name, rows in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
            field.widget.attrs["class"] = "form-select"
