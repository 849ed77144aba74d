"""Bringing the database of a test to an earlier release and back."""

from collections.abc import Sequence

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrate(targets: Sequence[tuple[str, str | None]]) -> None:
    """Brings the database to ``targets``; what waits for the end of the transaction is checked first."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    MigrationExecutor(connection).migrate(targets)


def newest(*apps: str) -> list[tuple[str, str]]:
    """The last migrations, of all or of some apps."""
    leaves = MigrationExecutor(connection).loader.graph.leaf_nodes()
    return [leaf for leaf in leaves if not apps or leaf[0] in apps]
