"""The words of a filing's heading and foot that no square of it holds."""

from assessments.domain.facts import Facts
from assessments.editions import edition_of
from assessments.models import Filing, Obligation


def names_on(filing: Filing, facts: Facts) -> tuple[str, str]:
    """The names of unit and region on the paper of ``facts``; an import prints what it likes there."""
    if filing.imported:
        return filing.unit_name, filing.region_name
    texts = facts.squares
    return texts.get(edition_of(facts).unit_square) or filing.unit_name, texts.get("region") or filing.region_name


def where(owed: Obligation, county: str) -> dict[str, str]:
    """The words of a paper's title on the place that it is about; ``county`` as it is called there."""
    prefecture = owed.cycle.prefecture
    whole = owed.unit.region_id == prefecture.pk
    return {"region": county if whole else f"{prefecture.name}{county}", "county": county}


def words_for(filing: Filing, facts: Facts) -> dict[str, str]:
    """The words of the heading and the foot of the paper of ``facts`` beyond its squares."""
    (_unit, county) = names_on(filing, facts)
    return {
        **where(filing.obligation, county),
        "preparer": str(filing.preparer or ""),
        "responsible_person": str(filing.submitter or ""),
    }
