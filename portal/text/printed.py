"""Fields of forms for names that papers print."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.documents.fonts.coverage import unprintable
from portal.text.inputs import Line


class PrintedLine(Line):
    """One line that papers print: every character of it has a glyph."""

    def validate(self, value: Any) -> None:
        """Names the first character that cannot be printed, and its place."""
        super().validate(value)
        if found := unprintable(value or ""):
            place, sign = found[0]
            raise ValidationError(
                _("第 %(place)d 字“%(sign)s”（%(code)s）没有字形，打印不出，请换成别的写法。")
                % {"place": place + 1, "sign": sign, "code": f"U+{ord(sign):04X}"}
            )
