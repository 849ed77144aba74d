"""Making one printed paper."""

from django.utils.translation import gettext_noop

from portal import clock
from portal.documents.errors import CannotPrintError
from portal.documents.making.registration import Made, finish
from portal.documents.models import MakingStage
from portal.documents.papers import printable_html
from portal.documents.papers.printable_html import PrintableHtml
from portal.documents.store import document_store
from portal.jobs.services.claims import Claim, report

OUTDATED = gettext_noop("内容在生成期间有改动，请回到原页面重新生成。")


def make_pdf(held: Claim) -> None:
    """Prints and registers a paper without seals; ``CannotPrintError`` where the content cannot become a paper."""
    pdf, page = printed(held)
    made = Made(stored=document_store.put(pdf, suffix=".pdf"), filename=page.filename, version=page.version)
    finish(claim=held, made=made, at=clock.now())


def printed(held: Claim) -> tuple[bytes, PrintableHtml]:
    """The PDF of what the job is about, and what the app that owns it wanted printed.

    Raises ``CannotPrintError`` where the content cannot become a paper.
    """
    from portal.documents.pdf import render_pdf  # the engine is heavy: only workers load it

    job = held.job
    report(claim=held, stage=MakingStage.PRINTING, done=0, total=1)
    page = printable_html.build(
        subject_kind=job.subject_kind, subject_id=job.subject_id, variant=job.variant, digest=job.content_digest
    )
    if page.digest and page.digest != job.content_digest:
        raise CannotPrintError(OUTDATED)
    pdf = render_pdf(page.html, title=page.title, facts=page.facts, seal_places=page.seal_places, code=page.code)
    report(claim=held, stage=MakingStage.PRINTING, done=1, total=1)
    return pdf, page
