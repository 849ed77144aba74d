"""The table of jobs."""

from portal.jobs.models.job import Job

__all__ = ["Job"]
