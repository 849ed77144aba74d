"""The words on the pages on which a unit sends its paper, or approves it where nobody reviews it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.domain.kinds import PaperKind


@dataclass(frozen=True, slots=True)
class SendingWords:
    """The last step of the unit: its name, what follows, its buttons; what every step did."""

    act: str | Promise
    follows: str | Promise
    button: str | Promise
    link: str | Promise
    task: str | Promise
    recalled: str | Promise
    closed: str | Promise
    done: Mapping[str, str | Promise]


_DONE = {"recall": _("已收回，可以继续修改。"), "hand_back": _("已退回经办人。")}
_TO_PREFECTURE = SendingWords(
    act=_("报送"),
    follows=_("报送后地区财政局可以看到本表；审核员受理之前您可以撤回。"),
    button=_("报送地区财政局"),
    link=_("检查并报送"),
    task=_("审核并报送"),
    recalled=_("收回后单位负责人不能报送，直到再次送审。"),
    closed=_("本表已报送，这里是报送时的检查结果。"),
    done={
        **_DONE,
        "send_to_head": _("已送审，等待单位负责人报送。"),
        "submit": _("已报送地区财政局。审核员受理之前可以撤回。"),
        "withdraw": _("已撤回，可以继续修改。"),
    },
)
_FOR_GOOD = SendingWords(
    act=_("审定"),
    follows=_("审定后本表办结并加盖本单位印章；要再改，须由业务管理员重新办理。"),
    button=_("审定并用印"),
    link=_("检查并审定"),
    task=_("审核并审定"),
    recalled=_("收回后处室领导不能审定，直到再次送审。"),
    closed=_("本表已审定，这里是审定时的检查结果。"),
    done={
        **_DONE,
        "send_to_head": _("已送审，等待处室领导审定。"),
        "submit": _("已审定，正在用印。"),
        "reopen": _("已重新办理，可以继续修改。"),
    },
)


def sending_words(paper: PaperKind) -> SendingWords:
    """The words for a paper that is sent to a prefecture, or for one that its owner approves for good."""
    return _TO_PREFECTURE if paper.reviewed else _FOR_GOOD
