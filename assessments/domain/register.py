"""The portal's own list of names, as far as a rule needs it: who files, under which names, for which funds."""

from dataclasses import dataclass

from assessments.domain.funds import Fund


@dataclass(frozen=True, slots=True)
class RegisteredUnit:
    """One unit: its registered name, its other names, and the funds that it runs (empty: unknown)."""

    name: str
    aliases: tuple[str, ...] = ()
    region_code: str = ""
    funds: frozenset[Fund] = frozenset()


@dataclass(frozen=True, slots=True)
class Register:
    """Every unit that the portal knows in the regions of a dossier."""

    units: tuple[RegisteredUnit, ...] = ()
