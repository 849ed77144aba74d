"""The command that checks the record."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.portal.audit.test_services import tamper, three

pytestmark = pytest.mark.django_db


def test_it_reports_count_and_last_digest_of_an_untouched_record() -> None:
    last = three()[-1]
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert out.getvalue() == f"3 lines, unchanged. Last digest: {last.digest}\n"


def test_it_fails_and_names_the_lines_that_do_not_fit() -> None:
    line = three()[1]
    tamper(f"UPDATE audit_entry SET verb = 'other' WHERE id = {line.pk}")
    with pytest.raises(CommandError, match=rf"1 of 3 lines do not fit \({line.pk}\)"):
        call_command("verify_audit")
