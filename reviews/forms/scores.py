"""The score panel as a form: four parts, each with points and a reason."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.forms.remembering import WAS
from portal.text.inputs import Words
from reviews.domain.rubric import MAXIMA, Part
from reviews.forms.points import PointsField
from reviews.services.scores import LONGEST_REASON, GivenScore


class PartForm(forms.Form):
    """Points and reason of one part; the prefix is the part."""

    reason = Words(required=False, strip=True, label=_("理由"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, part: Part, **kwargs: Any) -> None:
        super().__init__(data, prefix=part.value, **kwargs)
        self.part = part
        self.fields["points"] = PointsField(maximum=MAXIMA[part], label=_("得分"))

    def clean_reason(self) -> str:
        """Refuses what cannot be stored; the words themselves are the service's business."""
        reason: str = self.cleaned_data["reason"]
        if problem := text_refusal(str(_("理由")), reason, LONGEST_REASON):
            raise forms.ValidationError(in_words(problem))
        return reason

    @property
    def given(self) -> GivenScore:
        """The reviewer's points and reason, once the form is valid, and what the page held."""
        return GivenScore(points=self.cleaned_data["points"], reason=self.cleaned_data["reason"], was=self._was())

    def _was(self) -> GivenScore | None:
        held = {self.add_prefix(name): text for name, text in self.read.items()}
        form = PartForm(held, part=self.part)
        return form.given if held and form.is_valid() else None

    @property
    def read(self) -> dict[str, str]:
        """The texts that the page held in the fields, as it sends them back."""
        names = {name: f"{WAS}{self.add_prefix(name)}" for name in ("points", "reason")}
        return {name: str(self.data[sent]) for name, sent in names.items() if sent in self.data}

    @property
    def typed(self) -> dict[str, str]:
        """The text in the fields as it was sent, to be shown again where it cannot stand."""
        return {name: str(self.data.get(self.add_prefix(name), "")) for name in ("points", "reason")}


def part_forms(data: Mapping[str, Any]) -> dict[Part, PartForm]:
    """One form for each part that ``data`` holds points for."""
    return {part: PartForm(data, part=part) for part in Part if f"{part.value}-points" in data}
