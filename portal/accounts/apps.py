"""People and places."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("用户与单位")
    #: How the record's verbs of this app read on the screen.
    audit_verbs = {
        "signed_in": _("登录"),
        "sign_in_failed": _("登录失败"),
        "signed_out": _("退出"),
        "password_changed": _("修改密码"),
        "password_reset": _("重置密码"),
        "user_created": _("新建用户"),
        "user_changed": _("修改用户"),
        "user_disabled": _("停用用户"),
        "user_enabled": _("启用用户"),
        "user_unlocked": _("解除锁定"),
        "unit_created": _("新建单位"),
        "unit_changed": _("修改单位"),
        "unit_closed": _("停用单位"),
        "unit_reopened": _("启用单位"),
        "region_added": _("新增县"),
    }
    audit_subjects = {"user": _("用户"), "unit": _("单位"), "region": _("区划")}
