"""The content of an export, as it travels in ``Job.parameters``."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from django.utils.translation import gettext

from portal.jobs.models import Job


@dataclass(frozen=True, slots=True)
class BundleEntry:
    """One PDF of an export: whose, of which content (SHA-256, hex), and its name in the ZIP (``/`` between folders).

    Where the wanted variant still waits for its seal, the ``fallback`` variant goes in, if there is one. ``known`` says
    what was sealed when the export was asked for, so that the same choice is another export once more is sealed.
    """

    subject_kind: str
    subject_id: str
    digest: str
    variant: str
    name: str
    fallback: str = ""
    known: str = ""

    @property
    def variants(self) -> tuple[str, ...]:
        """The variants to be made, in the order in which one is made from the other."""
        return (self.fallback, self.variant) if self.fallback else (self.variant,)


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """The PDFs of an export in their order, and the name of the ZIP."""

    filename: str
    entries: tuple[BundleEntry, ...]

    @property
    def parameters(self) -> dict[str, Any]:
        """The plan as ``Job.parameters``."""
        return {"filename": self.filename, "entries": [asdict(entry) for entry in self.entries]}

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over the whole plan: the content digest of the export."""
        return hashlib.sha256(json.dumps(self.parameters, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    @classmethod
    def of(cls, parameters: Mapping[str, Any]) -> Self:
        """The plan back from ``Job.parameters``; KeyError or TypeError if it is none."""
        return cls(parameters["filename"], tuple(BundleEntry(**entry) for entry in parameters["entries"]))

    @classmethod
    def made(cls, filename: str, entries: Sequence[BundleEntry]) -> Self:
        """A plan of ``entries`` to be packed into ``filename`` (with ``.zip``); ValueError without entries."""
        if not entries:
            raise ValueError("an export needs at least one paper")
        return cls(filename, tuple(entries))


def left_out(job: Job) -> list[dict[str, Any]]:
    """Of an export: what was not packed, or not with its second seal: ``name``, ``packed``, ``failed``, ``why``."""
    return [
        {
            **{name: note.get(name, False) for name in ("name", "packed", "failed")},
            "why": gettext(note["error"]) % note["values"],
        }
        for note in job.parameters.get("left_out", ())
    ]
