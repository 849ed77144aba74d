"""The looks of documents, and of those that wait for a seal, on any page."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from portal.documents.bundles.bundle_plan import left_out
from portal.documents.models import SEALED_VARIANTS, Document, DocumentKind, Variant
from portal.documents.papers.paper_versions import Version
from portal.documents.papers.version_status import CURRENT, Standing
from portal.documents.register.verdicts import Verdict
from portal.documents.screens.document_page import LOOKS, OTHER_LOOK, STANDINGS
from portal.documents.screens.notices import lost_papers, notices_for
from portal.jobs.models import Job
from portal.jobs.progress_steps import seen, steps_of
from portal.ui.templatetags.portal_ui import tag

register = template.Library()

#: Letters of a public code that stand together.
GROUP = 4


@register.filter
def spelt(code: str) -> str:
    """A public code in groups, as papers print it: ABCD-EFGH-JKMN."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


@register.filter
def variant_word(job: Job) -> str:
    """The extent to which the product of the job is sealed."""
    return str(Variant(job.variant).label)


register.filter(left_out)


@register.simple_tag
def standing_tag(standing: Standing) -> SafeString:
    """Draws how a version stands: 现行, 已替代, 已撤回, 重新办理中."""
    tone, symbol, word = STANDINGS[standing.state]
    return tag(tone, symbol, str(word))


@register.simple_tag
def variant_tag(document: Document) -> SafeString | str:
    """Draws how far a document is sealed; an export has no seals of its own."""
    if document.kind == DocumentKind.BUNDLE:
        return ""
    if document.variant in SEALED_VARIANTS:
        return tag("ok", "shield", str(document.get_variant_display()))
    draft = document.variant == Variant.DRAFT
    return tag("" if draft else "line", "pen" if draft else "file", str(document.get_variant_display()))


@register.simple_tag
def verdict_tag(version: Version) -> SafeString | str:
    """Draws the newest verdict on the final document of a version; nothing where that does not count today."""
    if version.check is None or (version.standing and version.standing.state != CURRENT):
        return ""
    verdict = Verdict(version.check.verdict)
    tone, symbol = LOOKS.get(verdict, OTHER_LOOK)
    return tag(tone, symbol, str(verdict.label))


@register.inclusion_tag("documents/_notices.html", takes_context=True)
def seal_notices(context: Context) -> Mapping[str, Any]:
    """The band under the bar: what waits for a seal among the papers of the person, and why; what the store lost."""
    user = context.get("user")
    if not user or not user.is_authenticated:
        return {}
    return {"notices": notices_for(user), "lost": lost_papers(user)}


@register.inclusion_tag("documents/_job.html", takes_context=True)
def job_card(context: Context, job: Job) -> Mapping[str, Any]:
    """The component that shows how far a job is, ready to stand on any page."""
    return {"job": job, "steps": steps_of(job), "seen": seen(job), "csrf_token": context.get("csrf_token")}
