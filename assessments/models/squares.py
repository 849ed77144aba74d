"""The squares of a paper: plain ones and those of the rows of its lists, every text as typed."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.domain.facts import Row, row_of
from assessments.models.filing import Filing
from portal.text.columns import WordsColumn


class PlainSquare(models.Model):
    """A plain square, by its key. On an import it may be a *stated* value of a computed square.

    ``amount`` is what a square of amounts says, in the paper's unit; None while it is blank or cannot be read.
    """

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="squares", db_index=False)
    key = models.CharField(max_length=61)
    raw = WordsColumn(_("内容"), blank=True)
    amount = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["filing", "key"], name="square_once")]

    def __str__(self) -> str:
        return self.key


class ListRow(models.Model):
    """One row of the list ``name`` of a paper, an indicator (指标) for example; its id is its reference.

    A row that is the edition's own has its ``code`` and is known by that. ``squares`` holds the text of each square by
    its name, blank ones left out (decision 34); every one of them is written while the filing's row is locked.
    """

    filing = models.ForeignKey(Filing, models.CASCADE, related_name="list_rows", db_index=False)
    name = models.CharField(max_length=30)
    code = models.CharField(max_length=20, blank=True, default="", db_default="")
    position = models.PositiveSmallIntegerField(_("行次"))
    squares = models.JSONField(default=dict)

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["filing", "position"], name="row_of_filing")]
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "name", "code"], condition=~models.Q(code=""), name="coded_row_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.position}"

    def as_fact(self) -> Row:
        """This row as the frozen value the rules read."""
        return row_of(self.name, self.ref, self.squares)

    @property
    def ref(self) -> str:
        """The name of the row in the keys of its squares."""
        return self.code or str(self.pk)


def lists_of(rows: Iterable[ListRow]) -> dict[str, tuple[Row, ...]]:
    """The rows of a paper by their list, in order."""
    lists: dict[str, list[Row]] = {}
    for row in rows:
        lists.setdefault(row.name, []).append(row.as_fact())
    return {name: tuple(found) for name, found in lists.items()}
