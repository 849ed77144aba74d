"""Narrowing the list of filings."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from assessments.domain.funds import NAMES, Fund
from assessments.domain.workflow import STATE_NAMES, State
from assessments.models import Cycle, Filing
from assessments.queries import cycles_visible_to
from portal.accounts.forms.layout import filters
from portal.accounts.models import Region, Unit, User


class FilingFilter(forms.Form):
    """Cycle, county, fund and state; a value that is none of the choices narrows nothing and is named."""

    cycle = forms.ModelChoiceField(Cycle.objects.none(), label=_("批次"), required=False, empty_label=_("全部批次"))
    region = forms.ModelChoiceField(Region.objects.none(), label=_("县市"), required=False, empty_label=_("全部县市"))
    fund = forms.ChoiceField(
        label=_("险种"),
        required=False,
        choices=[("", _("全部险种")), *((fund.value, NAMES[fund].full) for fund in Fund)],
    )
    state = forms.ChoiceField(
        label=_("状态"),
        required=False,
        choices=[("", _("全部状态")), *((state.value, _(STATE_NAMES[state])) for state in State)],
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = filters()
        self._choices_of("cycle", cycles_visible_to(user))
        if user.unit.kind == Unit.Kind.FINANCE:
            self._choices_of("region", Region.objects.filter(parent=user.unit.region_id))
        else:
            del self.fields["region"]

    def filtered(self, filings: QuerySet[Filing]) -> QuerySet[Filing]:
        """The filings that every chosen value fits."""
        paths = {"cycle": "obligation__cycle", "region": "obligation__unit__region", "fund": "obligation__fund"}
        chosen = self.cleaned_data if self.is_valid() else {}
        return filings.filter(**{paths.get(name, name): value for name, value in chosen.items() if value})

    def _choices_of(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows
