"""Taking a file from the request as it comes in, and no more of it than a paper of ours could have."""

import hashlib
from pathlib import Path
from typing import Any, BinaryIO, Self

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from portal.seals.inspection.findings import MOST_BYTES
from portal.verification import uploads

FIELD = "file"
CHUNK = 64 * 1024
#: What a form carries beside the file.
SLACK = 64 * 1024
#: So much of a body that is refused is still read, so that the browser hears the answer; then the line is cut.
MOST_DRAINED = 512 * 1024 * 1024


class ReceivedFile(UploadedFile):
    """A file in the store's directory of uploads, with its digest (SHA-256, hex)."""

    def __init__(self, *, path: str, name: str, size: int, sha256: str) -> None:
        super().__init__(name=name, size=size)
        self.path = path
        self.length = size
        self.sha256 = sha256

    def close(self) -> None:
        """Nothing is open any more; Django closes what it holds when the rest of a form cannot be read."""


class LimitedUpload(FileUploadHandler):
    """Writes the one file of the form to the store while it comes in; stops writing where it grows too large.

    In a ``with`` statement: what nobody has said to :meth:`keep` is gone at its end, however the request came out.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.too_large = False
        self._file: BinaryIO | None = None
        self._digest = hashlib.sha256()
        self._size = 0
        self._kept = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not self._kept:
            self._drop()

    def keep(self) -> None:
        """Leaves the file where it is: it will be checked."""
        self._kept = True

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begins the file; others that the form does not have are passed over."""
        super().new_file(*args, **kwargs)
        if self.field_name != FIELD or self._file is not None:
            raise SkipFile
        self._file = uploads.new()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Writes a piece; the first one too many ends the file, and the rest of it is passed over."""
        assert self._file is not None
        self._size += len(raw_data)
        if self._size > MOST_BYTES:
            self.too_large = True
            self._drop()
            raise SkipFile
        self._digest.update(raw_data)
        self._file.write(raw_data)

    def file_complete(self, file_size: int) -> ReceivedFile | None:
        """The file, once it is there."""
        if self._file is None or self._file.closed:
            return None
        self._file.close()
        return ReceivedFile(
            path=self._file.name, name=self.file_name or "", size=self._size, sha256=self._digest.hexdigest()
        )

    def upload_interrupted(self) -> None:
        """Removes what came so far."""
        self._drop()

    def _drop(self) -> None:
        if self._file is not None:
            self._file.close()
            Path(self._file.name).unlink(missing_ok=True)


def announces_too_much(request: HttpRequest) -> bool:
    """True if the request says of itself that it carries more than a file that would be looked into."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdecimal() and int(length) > MOST_BYTES + SLACK


def drain(request: HttpRequest) -> None:
    """Reads on without keeping anything, so that the browser, which hears nothing before it has sent all, gets word."""
    left = MOST_DRAINED
    try:
        while left > 0 and (piece := request.read(CHUNK)):
            left -= len(piece)
    except OSError:
        return
