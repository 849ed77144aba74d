"""The budget tables 表一–表十四, every cell as printed and what it is a figure of (forms.md §1.6)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BudgetTables:
    """All budget tables of a dossier."""

    tables: tuple[object, ...] = ()
