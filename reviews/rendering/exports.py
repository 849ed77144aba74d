"""Past exports, each with its job."""

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast

from portal.accounts.models import User
from portal.jobs.models import Job
from reviews.queries import exports_visible_to


def export_jobs(user: User) -> QuerySet[Job]:
    """The jobs of the prefecture's exports with their documents, the newest first."""
    chosen = exports_visible_to(user).order_by().annotate(subject=Cast("pk", CharField())).values("subject")
    jobs = Job.objects.filter(subject_kind="bundle", subject_id__in=chosen)
    return jobs.select_related("document", "requested_by__unit").order_by("-requested_at", "pk")
