"""People and places."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import Role


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
        "unit_renamed": _("单位更名"),
        "unit_renaming_planned": _("预定单位更名"),
        "units_changed": _("单位合并、分设或撤销"),
        "region_added": _("新增县"),
        "region_renamed": _("区划更名"),
        "region_renaming_planned": _("预定区划更名"),
    }
    audit_subjects = {"user": _("用户"), "unit": _("单位"), "region": _("区划")}
    #: By which function the names of each kind are found.
    audit_names = {
        "user": "portal.accounts.queries.names_of_people",
        "unit": "portal.accounts.queries.names_of_units",
        "region": "portal.accounts.queries.names_of_regions",
    }
    #: And the names of what is told beside them, and by name the values that are codes.
    audit_words = {
        "address": _("地址"),
        "after": _("改后"),
        "aliases": _("别名"),
        "before": _("改前"),
        "code": _("区划代码"),
        "demo": _("演示账号"),
        "dropped": _("不再单独报的表"),
        "first_day": _("生效日期"),
        "first_administrator": _("首位业务管理员"),
        "full_name": _("姓名"),
        "kind": _("类别"),
        "moved": _("移交的表"),
        "name": _("名称"),
        "people": _("人员"),
        "roles": _("角色"),
        "short_name": _("简称"),
        "unit": _("单位"),
        "username": _("登录名"),
    }
    audit_values = {
        "roles": dict(Role.choices),
        "kind": {
            "social_insurance": _("社会保险"),
            "medical_insurance": _("医疗保障"),
            "finance": _("财政"),
        },
    }
