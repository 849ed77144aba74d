"""The questions to somebody who wants to know what a paper is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.forms.layout import plain
from portal.text.inputs import Line
from portal.verification.codes import LONGEST, canonical


class CodeForm(forms.Form):
    """The code that stands on the paper."""

    code = Line(
        label=gettext_lazy("查验码"),
        max_length=LONGEST,
        help_text=gettext_lazy("印在文件末页的 12 位数字和字母，不分大小写，短横可不输。"),
        error_messages={"required": gettext_lazy("请填写文件上的查验码。")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "mono"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()
        self.helper.disable_csrf = True

    def clean_code(self) -> str:
        """The code as papers carry it."""
        code = canonical(self.cleaned_data["code"])
        if not code:
            raise ValidationError(_("查验码是 12 位数字和字母，例如 7K3M-9QWX-2ZT5，请对照文件再填。"))
        return code


class FileForm(forms.Form):
    """The file that somebody holds."""

    file = forms.FileField(
        label=gettext_lazy("PDF 文件"),
        allow_empty_file=True,
        help_text=gettext_lazy("不超过 20 MB。文件只用于这次验证，验证后立即删除。"),
        error_messages={
            "required": gettext_lazy("请选择要验证的 PDF 文件。"),
            "missing": gettext_lazy("请选择要验证的 PDF 文件。"),
            "invalid": gettext_lazy("请选择要验证的 PDF 文件。"),
        },
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()
