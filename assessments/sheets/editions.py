"""The editions that filings are made on, by their code in the exchange format."""

from assessments.sheets import monitoring_2020, self_assessment_2022
from assessments.sheets.paper import Sheet

EDITIONS: dict[str, Sheet] = {sheet.code: sheet for sheet in (self_assessment_2022.SHEET, monitoring_2020.SHEET)}


class UnknownEditionError(LookupError):
    """An edition that no sheet was made for; its code is the argument."""


def sheet_of(edition: str) -> Sheet:
    """The sheet of an edition's code; raises :class:`UnknownEditionError` for a code that is not known."""
    try:
        return EDITIONS[edition]
    except KeyError:
        raise UnknownEditionError(edition) from None
