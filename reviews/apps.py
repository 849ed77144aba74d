"""The judgements of prefectures."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from reviews.domain.rubric import PART_NAMES


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = _("绩效审核")
    #: How the record's verbs of this app read on the screen.
    audit_verbs = {
        "submit_scores": _("提交评分"),
        "reassign": _("转办"),
        "supersede": _("作废审核表"),
        "export": _("导出"),
        "sheet_compose": _("编制审核表"),
        "sheet_discard": _("删除审核表草稿"),
        "sheet_send_for_signature": _("送签审核表"),
        "sheet_sign": _("签发审核表"),
        "sheet_refuse": _("退回审核表"),
        "sheet_supersede": _("作废审核表"),
    }
    audit_subjects = {"review_sheet": _("审核表"), "bundle": _("导出包")}
    #: By which function the names of each kind are found.
    audit_names = {"review_sheet": "reviews.queries.names_of_sheets", "bundle": "reviews.queries.names_of_exports"}
    #: And the names of what is told beside them.
    audit_words = {
        "digest": _("摘要"),
        "filing": _("申报"),
        "filings": _("申报"),
        "papers": _("份数"),
        "points": _("得分"),
        "title": _("标题"),
        "version": _("版次"),
        **{part.value: _(name) for part, name in PART_NAMES.items()},
    }
