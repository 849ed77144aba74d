"""Papers that arrived later and speak against a version: today's cross-check with the unit's other received papers."""

from collections.abc import Iterable, Sequence

from assessments.domain.consistency import Finding, check_once, of_form, of_text
from assessments.domain.consistency.forms import pasted_explanations
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts
from assessments.domain.pasted import is_pasted
from assessments.domain.register import Register
from assessments.models import Filing, Snapshot
from assessments.queries import facts_of_snapshot
from assessments.services.answered_findings import AnsweredFinding
from assessments.services.dossiers import as_read, register_of


def papers_beside(filing: Filing) -> tuple[Facts, ...]:
    """The same unit's other papers of the cycle in the version that was received last; never a draft."""
    owed = filing.obligation
    others = Snapshot.objects.received().filter(
        filing__obligation__cycle=owed.cycle_id, filing__obligation__unit=owed.unit_id
    )
    newest = others.exclude(filing=filing).order_by("filing_id", "-version").distinct("filing_id")
    return tuple(facts_of_snapshot(snapshot) for snapshot in newest)


def found_since(
    snapshot: Snapshot, facts: Facts, beside: Sequence[Facts], kept: Iterable[AnsweredFinding]
) -> tuple[Finding, ...]:
    """The contradictions of the papers ``beside`` it in ``snapshot``, beyond those it keeps or has in itself.

    By the rule set that the version was checked with; advisory, because the unit was never asked about it. ``facts``
    are the version's own; squares first, then the narrative that went with it.
    """
    if not beside:
        return ()
    register = register_of(snapshot.filing.obligation.unit)
    together = _cross_check(snapshot, facts, beside, register)
    known = {_mark(item.finding) for item in kept}
    if all(_mark(finding) in known for finding in together):
        return ()
    known |= {_mark(finding) for finding in _cross_check(snapshot, facts, (), register)}
    return tuple(finding for finding in together if _mark(finding) not in known)


def was_pasted(facts: Facts, beside: Iterable[Facts], kept: Iterable[AnsweredFinding]) -> bool:
    """True if a deviation's text stood in another fund's paper when it was submitted (V28), or stands in one since.

    What was received since is compared as the rubric has it (forms.md §4), by whatever rules the cycle is checked.
    """
    return any(_is_of_pasting(item.finding) for item in kept) or is_pasted(facts, beside)


def _is_of_pasting(finding: Finding) -> bool:
    rule = pasted_explanations.RULE
    return (finding.rule, finding.title.template) == (rule.id, rule.title)


def _cross_check(snapshot: Snapshot, facts: Facts, beside: Iterable[Facts], register: Register) -> tuple[Finding, ...]:
    """The findings of the rules between papers; those on one form by itself were asked when it was sent."""
    owed, sent = snapshot.filing.obligation, snapshot.narrative
    dossier = Dossier(
        filings=(facts, *beside),
        narratives=(as_read(sent.text, year=owed.cycle.year, unit=owed.unit),) if sent else (),
        register=register,
    )
    found = check_once(dossier, computed={}, rule_set=snapshot.rule_set).findings
    return (*of_form(facts, dossier.place_of_filing(0), found), *of_text(found))


def _mark(finding: Finding) -> tuple[object, ...]:
    """The identity of a finding, however it is worded."""
    return finding.rule, finding.where, finding.span, finding.found, finding.expected
