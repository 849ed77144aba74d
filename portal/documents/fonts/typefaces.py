"""The five typefaces: what each is called, drawn after which free typeface, and under which licence."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.documents.fonts import charset

_OFL = "SIL Open Font License 1.1, see OFL.txt"
_GPL = "GNU General Public License 3 with font exception, see GPL-3.txt"
_URLS = {_OFL: "https://openfontlicense.org", _GPL: "https://www.gnu.org/licenses/gpl-3.0.html"}
_NOTO, _FANDOL = "fonts-noto-cjk", "texlive-lang-chinese"
#: Noto's own dash and middle dot are made for Latin text; Chinese wants an em (阿不都·热合曼).
_FULL_WIDTH = {"—": "―", "·": "・"}


@dataclass(frozen=True, slots=True)
class Source:
    """A font file of a Debian package; ``face`` counts the faces of a collection from 0."""

    file: str
    package: str
    face: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """One typeface of our own; ``required`` characters must be drawn by the source, ``wanted`` ones where they are.

    ``drawn_as`` says which of the source's characters lend their shape to another.
    """

    name: str
    chinese: str
    source: Source
    licence: str
    required: frozenset[str]
    wanted: frozenset[str]
    drawn_as: Mapping[str, str]

    @property
    def family(self) -> str:
        """The family as style sheets name it: Jixiao Song."""
        return f"Jixiao {self.name}"

    @property
    def filename(self) -> str:
        """The font's file: JixiaoSong.ttf."""
        return f"Jixiao{self.name}.ttf"

    @property
    def licence_url(self) -> str:
        """The address of the licence on the web."""
        return _URLS[self.licence]


def _noto(name: str, chinese: str, file: str, more: frozenset[str] = frozenset()) -> Typeface:
    """From the third face of a Noto collection, the one for the mainland's shapes."""
    required = charset.gb2312() | charset.symbols() | more
    return Typeface(name, chinese, Source(file, _NOTO, face=2), _OFL, required, frozenset(), _FULL_WIDTH)


def _fandol(name: str, chinese: str, file: str) -> Typeface:
    """From a Fandol font; what it does not draw is left to 宋: the two licences cannot meet in one font."""
    required = charset.gb2312() | charset.ascii_characters()
    return Typeface(name, chinese, Source(file, _FANDOL), _GPL, required, charset.symbols(), {"―": "—"})


TYPEFACES = (
    _noto("Biaosong", "绩效小标宋", "NotoSerifCJK-Bold.ttc"),
    _noto("Song", "绩效宋", "NotoSerifCJK-Regular.ttc", charset.rest_of_standard()),
    _noto("Hei", "绩效黑", "NotoSansCJK-Regular.ttc"),
    _fandol("Fangsong", "绩效仿宋", "FandolFang-Regular.otf"),
    _fandol("Kai", "绩效楷", "FandolKai-Regular.otf"),
)
