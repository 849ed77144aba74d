"""The portal's settings with the papers and errands of these tests, for workers that are real processes."""

from portal.settings import *  # noqa: F403

DOCUMENT_BUILDERS = DOCUMENT_BUILDERS | {"paper": "tests.portal.documents.owning_app.build"}  # noqa: F405
JOB_KINDS = JOB_KINDS | {"errand": "tests.portal.jobs.errands.ERRAND"}  # noqa: F405
