"""``verify_pdf``: JSON for every file, whatever it is and whether or not there is a database."""

import json
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from portal.seals import authority
from tests.factories import attacks, pdfs
from tests.portal.documents.registered_papers import make_sealed_paper

pytestmark = pytest.mark.django_db


def said(path: Path | str) -> dict[str, Any]:
    """What the command prints."""
    out = StringIO()
    call_command("verify_pdf", str(path), stdout=out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def written(home: Path, content: bytes) -> Path:
    """A file with this content."""
    path = home / "文件 1.pdf"
    path.write_bytes(content)
    return path


def test_a_sealed_paper_is_genuine(tmp_path: Path) -> None:
    found = said(written(tmp_path, make_sealed_paper().twice))
    assert list(found) == ["verdict", "reasons", "signatures"]
    assert (found["verdict"], found["reasons"]) == (
        "genuine",
        ["签名链有效，两枚证书均可信", "签名覆盖整个文件", "与系统登记的摘要一致", "用印之后没有任何改动"],
    )
    assert [(one["field"], one["sound"], one["trusted"], one["whole"]) for one in found["signatures"]] == [
        ("UnitSeal", True, True, True),
        ("PrefectureSeal", True, True, True),
    ]


def test_a_changed_one_is_altered(tmp_path: Path) -> None:
    assert said(written(tmp_path, attacks.whitewashed(make_sealed_paper().twice)))["verdict"] == "altered"


def _missing(home: Path) -> Path:
    return home / "nothing.pdf"


def _directory(home: Path) -> Path:
    return home


def _pipe(home: Path) -> Path:
    os.mkfifo(home / "pipe.pdf")
    return home / "pipe.pdf"


def _device(home: Path) -> Path:
    return Path("/dev/zero")


def _loop(home: Path) -> Path:
    (home / "loop.pdf").symlink_to(home / "loop.pdf")
    return home / "loop.pdf"


def _huge(home: Path) -> Path:
    with (home / "huge.pdf").open("wb") as file:
        file.truncate(20 * 1024**3)
    return home / "huge.pdf"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_missing, "找不到这个文件"),
        (_directory, "这不是一份文件，而是文件夹或设备"),
        (_pipe, "这不是一份文件，而是文件夹或设备"),
        (_device, "这不是一份文件，而是文件夹或设备"),
        (_loop, "读取文件时出错"),
        (_huge, "文件超过 20 MB，本系统的文件没有这么大"),
        (lambda home: "a\x00b", "找不到这个文件"),
        (lambda home: written(home, b""), "文件是空的，没有任何内容"),
        (lambda home: written(home, pdfs.program()), "文件不是 PDF"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, make: Callable[[Path], Path], reason: str) -> None:
    assert said(make(tmp_path)) == {"verdict": "unreadable", "reasons": [reason], "signatures": []}


class TestWithoutDatabase:
    """The register is missing; the operator's files are all there is to trust."""

    @pytest.fixture(autouse=True)
    def _away(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._cut = lambda: monkeypatch.setitem(connection.settings_dict, "PORT", "1")

    def test_our_own_paper_is_unregistered_at_best(self, tmp_path: Path, settings: Settings) -> None:
        path = written(tmp_path, make_sealed_paper().twice)
        root = authority.root_certificate()
        assert isinstance(root, x509.Certificate)
        (tmp_path / "roots.pem").write_bytes(root.public_bytes(Encoding.PEM))
        settings.SEAL_TRUST_ROOTS = str(tmp_path / "roots.pem")
        self._cut()
        assert (said(path)["verdict"], said(path)["reasons"]) == (
            "unregistered",
            ["签名链有效，两枚证书均可信", "目前读不到系统登记，不能确认是正式文件"],
        )

    def test_without_its_root_nobody_can_tell(self, tmp_path: Path) -> None:
        path = written(tmp_path, make_sealed_paper().twice)
        self._cut()
        assert said(path)["reasons"] == [
            "目前没有可用的根证书，不能确认印章证书是否可信",
            "目前读不到系统登记，不能确认是正式文件",
        ]

    def test_a_root_file_that_is_none_is_no_obstacle(self, tmp_path: Path, settings: Settings) -> None:
        path = written(tmp_path, make_sealed_paper().twice)
        settings.SEAL_TRUST_ROOTS = str(tmp_path / "nothing.pem")
        self._cut()
        assert said(path)["verdict"] == "unregistered"


@pytest.mark.django_db(transaction=True)
def test_a_database_without_tables_is_no_register(tmp_path: Path) -> None:
    path = written(tmp_path, pdfs.small_paper())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE documents_document RENAME TO elsewhere")
    try:
        assert said(path)["verdict"] == "unsigned"
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO documents_document")
