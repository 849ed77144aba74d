"""The papers of counties."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from assessments.domain.funds import NAMES
from assessments.domain.workflow import MOVES, STATE_NAMES

_FUNDS = {fund.value: name.full for fund, name in NAMES.items()}
_STATES = {state.value: _(name) for state, name in STATE_NAMES.items()}


class AssessmentsConfig(AppConfig):
    name = "assessments"
    verbose_name = _("绩效填报")
    #: How the record's verbs of this app read on the screen.
    audit_verbs = {
        **{move.name: _(move.label) for move in MOVES.values()},
        "start": _("开始填报"),
        "import": _("导入"),
        "accept_answer": _("接受答复"),
        "create_cycle": _("新建批次"),
        "change_cycle": _("修改批次"),
        "open_cycle": _("下发批次"),
        "assign": _("指定应报事项"),
        "extend": _("调整期限"),
        "ask_waiver": _("申请豁免"),
        "grant_waiver": _("批准豁免"),
        "refuse_waiver": _("不予豁免"),
        "revoke_waiver": _("撤销豁免"),
        "expire_waiver": _("豁免到期"),
    }
    audit_subjects = {"filing": _("申报"), "cycle": _("批次"), "narrative": _("绩效评价报告"), "waiver": _("豁免")}
    #: By which function the names of each kind are found.
    audit_names = {
        "filing": "assessments.queries.names_of_filings",
        "cycle": "assessments.queries.names_of_cycles",
        "waiver": "assessments.queries.names_of_waivers",
        "square": "assessments.rendering.grid.addresses.names_of_squares",
    }
    #: And the names of what is told beside them, and by name the values that are codes.
    audit_words = {
        "cycle": _("批次"),
        "due_at": _("截止时间"),
        "from": _("从"),
        "fund": _("险种"),
        "key": _("格"),
        "obligations": _("应报事项"),
        "opens_at": _("开放时间"),
        "owed": _("应报事项"),
        "reason": _("理由"),
        "rule": _("规则"),
        "source": _("来源"),
        "to": _("到"),
        "until": _("有效至"),
    }
    audit_values = {
        "from": _STATES,
        "to": _STATES,
        "fund": _FUNDS,
        "owed": _FUNDS,
    }

    def ready(self) -> None:
        """Registers the system check that holds the sheets to the models."""
        from assessments import checks  # noqa: F401 - it needs the models, which are loaded by now
