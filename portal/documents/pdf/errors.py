"""The reasons why a page cannot become a paper."""

from django.utils.translation import gettext_noop

from portal.documents.errors import CannotPrintError


class MissingGlyphError(CannotPrintError):
    """Characters that no font of the paper holds; the argument names them."""

    def __init__(self, characters: str) -> None:
        super().__init__(
            gettext_noop("“%(characters)s”没有可打印的字形，请换成其他写法后重新生成。"), characters=characters
        )


class ForbiddenAddressError(CannotPrintError):
    """The page asks for something that is not the paper's own font or picture."""

    def __init__(self, address: str) -> None:
        super().__init__(gettext_noop("文件内容引用了不允许的地址：%(address)s"), address=address[:200])
