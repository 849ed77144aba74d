"""Narrowing the queue."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from assessments.domain.funds import NAMES, Fund
from assessments.models import Cycle, Filing
from assessments.queries import reviewed_cycles
from portal.accounts.models import Region, User


class QueueFilter(forms.Form):
    """Cycle, county and fund; a value that is none of the choices narrows nothing."""

    cycle = forms.ModelChoiceField(Cycle.objects.none(), label=_("批次"), required=False, empty_label=_("全部批次"))
    region = forms.ModelChoiceField(Region.objects.none(), label=_("县市"), required=False, empty_label=_("全部县市"))
    fund = forms.ChoiceField(
        label=_("险种"),
        required=False,
        choices=[("", _("全部险种")), *((fund.value, NAMES[fund].full) for fund in Fund)],
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select"
        self._choose("cycle", reviewed_cycles(user).filter(historical=False, opened_at__isnull=False))
        self._choose("region", Region.objects.filter(parent=user.unit.region_id))

    def filtered(self, filings: QuerySet[Filing]) -> QuerySet[Filing]:
        """The filings that every chosen value fits."""
        paths = {"cycle": "obligation__cycle", "region": "obligation__unit__region", "fund": "obligation__fund"}
        chosen = self.cleaned_data if self.is_valid() else {}
        return filings.filter(**{paths[name]: value for name, value in chosen.items() if value})

    def _choose(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows
