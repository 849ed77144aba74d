"""The readers of judgements: whose work they are."""

from assessments.domain.workflow import Role

#: Roles of a prefecture's finance bureau that read every judgement of its counties.
READERS = frozenset({Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN})
