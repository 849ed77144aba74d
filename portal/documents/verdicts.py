"""From what a look into a file found, and what the register knows, to one of six words with reasons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.seals.inspection import Inspection


class Verdict(models.TextChoices):
    """What a file is; ``UNREGISTERED``: sealed by us as it seems, but no register is there to say so."""

    GENUINE = "genuine", _("文件真实")
    ALTERED = "altered", _("文件已被改动")
    FOREIGN = "foreign", _("不是本系统文件")
    UNSIGNED = "unsigned", _("未签名")
    UNREADABLE = "unreadable", _("无法读取")
    UNREGISTERED = "unregistered", _("未登记")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words a clerk understands: a Chinese msgid and its figures."""

    template: str
    values: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one file; ``document_id`` is the registered document that it is, or was made from."""

    verdict: Verdict
    reasons: Sequence[Reason]
    signatures: Sequence[Mapping[str, Any]]
    document_id: UUID | None = None


#: Answers with the registered document of these bytes, or what else the register knows of the inspection.
Register = Callable[[Inspection], Any]
