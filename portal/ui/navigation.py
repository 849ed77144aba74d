"""The sections of the top bar, as data: who sees which."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.accounts.roles import Role


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its words, the name of its first page, and the roles it is for."""

    label: str | Promise
    url_name: str
    roles: frozenset[Role]

    def url(self) -> str | None:
        """The address of the first page; ``None`` where no such page is routed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return None


_PEOPLE_OF_FILINGS = frozenset(Role) - {Role.AUDITOR}

SECTIONS: tuple[Section, ...] = (
    Section(_("我的任务"), "assessments:tasks", frozenset({Role.CLERK, Role.HEAD})),
    Section(_("待审核"), "reviews:queue", frozenset({Role.REVIEWER, Role.OFFICE_HEAD})),
    Section(pgettext_lazy("section", "审核表"), "reviews:sheets", frozenset({Role.REVIEWER, Role.OFFICE_HEAD})),
    Section(_("总览"), "reviews:overview", frozenset({Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN})),
    Section(_("本级表"), "assessments:tasks", frozenset({Role.OFFICE_HEAD})),
    Section(_("全部申报"), "assessments:filings", _PEOPLE_OF_FILINGS),
    Section(_("豁免"), "assessments:waivers", frozenset(Role)),
    Section(_("文件"), "documents:list", _PEOPLE_OF_FILINGS),
    Section(pgettext_lazy("section", "批次"), "assessments:cycles", frozenset({Role.BUSINESS_ADMIN})),
    Section(_("导出"), "reviews:exports", frozenset({Role.BUSINESS_ADMIN})),
    Section(pgettext_lazy("section", "用户"), "accounts:users", frozenset({Role.BUSINESS_ADMIN})),
    Section(pgettext_lazy("section", "单位"), "accounts:units", frozenset({Role.BUSINESS_ADMIN})),
    Section(_("印章"), "seals:seal", frozenset({Role.HEAD, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN})),
    Section(_("记录"), "audit:entries", frozenset({Role.AUDITOR})),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A section as drawn: its words, its address, and whether the page belongs to it."""

    label: str | Promise
    url: str
    current: bool


def links(*, roles: Iterable[str], path: str, section: str = "") -> list[Link]:
    """The sections that ``roles`` may open, one of them current.

    ``section`` is the url name of the section that the page belongs to; without it the longest address that ``path``
    begins with decides.
    """
    mine = set(roles)
    open_to = {entry.url_name: entry for entry in reversed(SECTIONS) if entry.roles & mine}
    shown = [(entry, url) for entry in SECTIONS if open_to.get(entry.url_name) is entry and (url := entry.url())]
    within = [(len(url), entry.url_name) for entry, url in shown if path.startswith(url)]
    current = section or max(within, default=(0, ""))[1]
    return [Link(entry.label, url, entry.url_name == current) for entry, url in shown]
