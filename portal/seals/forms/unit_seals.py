"""Uploading a seal and revoking it, each confirmed with the own password."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.confirming import ConfirmForm
from portal.accounts.forms.layout import plain
from portal.text.inputs import Words


class UploadForm(ConfirmForm):
    """A picture, a key file with its password, and the person's own password; what lies in the files is not read."""

    picture = forms.FileField(
        label=_("印章图片"),
        allow_empty_file=True,
        help_text=_("PNG 或 JPEG，不超过 2 MB，白底或透明底，正放。"),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg,image/png,image/jpeg"}),
    )
    key_file = forms.FileField(
        label=_("密钥文件"),
        allow_empty_file=True,
        help_text=_("证书机构发给本单位的 .p12 或 .pfx 文件，不超过 100 KB。"),
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx,application/x-pkcs12"}),
    )
    key_password = forms.CharField(
        label=_("密钥文件的密码"),
        max_length=200,
        strip=False,
        required=False,
        help_text=_("只用来打开这个文件，不保存。"),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["picture", "key_file", "key_password", "password"]
    missing = _("请输入您的登录密码，以确认由您本人上传。")
    wrong = _("密码不对，印章没有上传。请重新输入；多次输错后须等候一段时间。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain()
        for name in ("picture", "key_file"):
            self.fields[name].error_messages["required"] = _("请选择%(label)s。") % {"label": self.fields[name].label}


class RevokeForm(ConfirmForm):
    """The reason why the seal is taken out of use, and the person's own password."""

    reason = Words(
        label=_("吊销原因"),
        max_length=200,
        help_text=_("例如 密钥文件丢失、负责人变更后换章。"),
        error_messages={"required": _("请写明吊销的原因。")},
    )
    field_order = ["reason", "password"]
    missing = _("请输入您的登录密码，以确认由您本人吊销。")
    wrong = _("密码不对，印章没有吊销。请重新输入；多次输错后须等候一段时间。")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="revoke_%s", **kwargs)
        self.helper = plain()
