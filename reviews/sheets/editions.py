"""The editions of the review sheet, by their code in the exchange format."""

from assessments.sheets.editions import UnknownEditionError
from assessments.sheets.paper import Sheet
from reviews.sheets import review_sheet_2020

EDITIONS: dict[str, Sheet] = {sheet.code: sheet for sheet in (review_sheet_2020.SHEET,)}


def sheet_of(edition: str) -> Sheet:
    """The sheet of an edition's code; raises :class:`UnknownEditionError` for a code that is not known."""
    try:
        return EDITIONS[edition]
    except KeyError:
        raise UnknownEditionError(edition) from None
