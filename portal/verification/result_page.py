"""A checked file as its page shows it: how far the check is, then the verdict with its reasons and signatures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.documents.papers.version_status import CURRENT, REOPENED, RETURNED, SUPERSEDED, WITHDRAWN
from portal.documents.register.verdict_reasons import Reason
from portal.documents.register.verdicts import Verdict
from portal.documents.screens.document_page import HEADINGS, LOOKS, OTHER_LOOK, OUTDATED
from portal.jobs.models import Job
from portal.jobs.progress_steps import Step
from portal.verification.models import Upload
from portal.verification.queries import PublicPaper

#: What the heading leaves open, in one sentence.
REMARKS = {
    Verdict.GENUINE: _("内容与用印时一致，可以放心使用。"),
    Verdict.ALTERED: _("这份文件出自本系统，但已不是用印时的原样，请不要使用。"),
    Verdict.FOREIGN: _("文件上有数字签名，但不是本系统单位的印章。"),
    Verdict.UNSIGNED: _("文件上没有数字签名，无法证明内容没有被改动。"),
    Verdict.UNREADABLE: _("没有读出内容，无法判断。"),
    Verdict.UNREGISTERED: _("没有足够的依据说它是本系统的正式文件。"),
}
#: What is genuine and yet not to be relied on any more.
OUTDATED_REMARKS = {
    RETURNED: _("文件真实，内容与用印时一致，但已退回填报单位修改，请以修改后重新报送的版本为准。"),
    SUPERSEDED: _("文件真实，内容与用印时一致，但已有新的版本，请以现行版本为准。"),
    WITHDRAWN: _("文件真实，内容与用印时一致，但填报单位报送后已经撤回。"),
    REOPENED: _("文件真实，内容与用印时一致，但办结后又重新办理，以新的结果为准。"),
}
SEALED_SINCE = _("内容与用印时一致；此后又加盖了印章，以印章齐全的文件为准。")
RECEIVED, CHECKING, DONE = _("已收到"), _("正在验证"), _("验证结果")


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """One signature: whose, when, and one word on it with its tone and icon."""

    number: int
    signer: str
    signed_at: datetime | None
    valid_until: datetime | None
    ours: bool
    tone: str
    symbol: str
    word: str | Promise


@dataclass(frozen=True, slots=True)
class ResultPage:
    """All that the page of one upload shows; ``verdict`` is None until the check is over."""

    upload: Upload
    job: Job | None
    paper: PublicPaper | None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, once there is one."""
        return Verdict(self.upload.verdict) if self.upload.verdict else None

    @property
    def failed(self) -> bool:
        """The check came to no verdict and will not by itself."""
        return self.verdict is None and (self.job is None or self.job.over)

    @property
    def outdated(self) -> str:
        """The standing of a genuine paper that does not count today; blank where it does."""
        state = self.paper.standing.state if self.paper and self.verdict == Verdict.GENUINE else CURRENT
        return "" if state == CURRENT else state

    @property
    def headline_tone(self) -> str:
        """The tone of the verdict's box: green only over what counts today."""
        return OTHER_LOOK[0] if self.outdated else self.tone

    @property
    def tone(self) -> str:
        """The tone of the reasons."""
        return LOOKS.get(Verdict(self.upload.verdict), OTHER_LOOK)[0]

    @property
    def symbol(self) -> str:
        """The icon of the reasons."""
        return LOOKS.get(Verdict(self.upload.verdict), OTHER_LOOK)[1]

    @property
    def heading(self) -> str | Promise:
        """The verdict in words."""
        verdict = Verdict(self.upload.verdict)
        if self.outdated:
            return OUTDATED[self.outdated]
        return HEADINGS.get(verdict, verdict.label)

    @property
    def emblem(self) -> str:
        """The icon of the verdict: a shield with a tick is for what is genuine and counts."""
        if self.outdated:
            return OTHER_LOOK[1]
        return "shield" if self.verdict == Verdict.GENUINE else self.symbol

    @property
    def remark(self) -> str | Promise:
        """The meaning for whoever holds the file."""
        if self.outdated:
            return OUTDATED_REMARKS[self.outdated]
        newest = self.paper.document if self.paper and self.verdict == Verdict.GENUINE else None
        if newest and newest.pk != self.upload.document_id:
            return SEALED_SINCE
        return REMARKS[Verdict(self.upload.verdict)]

    @property
    def reasons(self) -> list[str]:
        """The reasons."""
        return [str(Reason(template, values)) for template, values in self.upload.reasons]

    @property
    def signatures(self) -> Sequence[SignatureRow]:
        """The finding on each signature, in the order in which they were put on."""
        return [_row(number, found) for number, found in enumerate(self.upload.signatures, start=1)]

    @property
    def steps(self) -> list[Step]:
        """The steps of the check so far."""
        begun = self.job is not None and self.job.state != Job.State.QUEUED
        marks = ("", "failed", "to") if self.failed else ("", "now", "to") if begun else ("now", "to", "to")
        return [Step(word, mark) for word, mark in zip((RECEIVED, CHECKING, DONE), marks, strict=True)]

    @property
    def seen(self) -> str:
        """The state of the page, as one word that changes when anything shown does."""
        return self.upload.verdict or (self.job.state if self.job else "gone")


def _row(number: int, found: Mapping[str, Any]) -> SignatureRow:
    tone, symbol, word = _word(found)
    return SignatureRow(
        number=number,
        signer=found["seal"] or found["signer"],
        signed_at=_moment(found["signed_at"]),
        valid_until=_moment(found["valid_until"]),
        ours=bool(found["seal"]),
        tone=tone,
        symbol=symbol,
        word=word,
    )


def _word(found: Mapping[str, Any]) -> tuple[str, str, str | Promise]:
    if not found["sound"]:
        return "err", "err", _("无效")
    if not found["whole"]:
        return "err", "err", _("之后被改动")
    return ("ok", "ok", _("有效")) if found["trusted"] else ("warn", "warn", _("不可信"))


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
