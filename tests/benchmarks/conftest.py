"""The same people and papers as in the tests of the assessments."""

from tests.assessments.conftest import scene

__all__ = ["scene"]
