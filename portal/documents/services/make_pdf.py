"""Making one printed paper."""

from django.utils.translation import gettext_noop

from portal.documents import printable, store
from portal.documents.errors import CannotPrintError
from portal.documents.models import Job
from portal.documents.services.claims import Claim, report
from portal.documents.services.outcomes import Made

OUTDATED = gettext_noop("内容在生成期间有改动，请回到原页面重新生成。")


def make_pdf(held: Claim) -> Made:
    """Asks the app for the print HTML and prints it; raises ``CannotPrintError`` where that cannot become a paper."""
    from portal.documents.pdf import render_pdf  # the engine is heavy: only workers load it

    job = held.job
    report(claim=held, stage=Job.Stage.PRINTING, done=0, total=1)
    page = printable.build(
        subject_kind=job.subject_kind, subject_id=job.subject_id, variant=job.variant, digest=job.content_digest
    )
    if page.digest and page.digest != job.content_digest:
        raise CannotPrintError(OUTDATED)
    stored = store.put(render_pdf(page.html, title=page.title), suffix=".pdf")
    report(claim=held, stage=Job.Stage.PRINTING, done=1, total=1)
    return Made(stored=stored, filename=page.filename)
