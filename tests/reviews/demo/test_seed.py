"""The demo: every state that the tour of the portal needs, reached by the services that people use."""

from datetime import UTC, datetime

import pytest

from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, Obligation
from portal import clock
from portal.accounts.demo import seed_people
from reviews.management.commands.seed_demo import seed_this_year


@pytest.mark.django_db
@pytest.mark.parametrize("day", [datetime(2026, 1, 5, 4, tzinfo=UTC), datetime(2026, 11, 20, 4, tzinfo=UTC), None])
def test_this_years_papers_stand_in_many_states(settings: object, day: datetime | None) -> None:
    settings.EMBEDDED = True  # type: ignore[attr-defined]
    at = day or clock.now()
    seed_people(at)
    seed_this_year(at)
    states = sorted(Filing.objects.values_list("state", flat=True))
    assert states == sorted([State.SUBMITTED] * 2 + [State.RETURNED] + [State.PENDING_HEAD] + [State.DRAFT] * 3)
    assert Cycle.objects.filter(due_at__gt=at).count() == 4
    assert Obligation.objects.filter(filing__isnull=True).count() == 24 - len(states)
