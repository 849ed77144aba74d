"""The five typefaces of our own that papers are set in; README.md says where they come from."""

from pathlib import Path

#: Where the fonts lie; beside them their licences, and the digests of what was built.
FOLDER = Path(__file__).parent
MANIFEST = FOLDER / "SHA256SUMS"
