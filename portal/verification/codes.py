"""The short code as people type it."""

import re
import unicodedata

from portal.documents.papers.public_codes import ALPHABET, LENGTH

#: Letters that the code has not, for the figures that they look like.
LOOKALIKES = str.maketrans("ILO", "110")
#: What stands between groups, and what sneaks in when a code is copied.
FILLERS = re.compile(r"[\s\-‐-―−_.·]+")
#: Nobody's code is longer, whatever stands between its letters.
LONGEST = 60


def canonical(text: str) -> str:
    """The code as papers carry it, without dashes; blank where ``text`` is none.

    Case does not count, I and L are read as 1 and O as 0, full-width letters as usual ones.
    """
    if len(text) > LONGEST:
        return ""
    plain = FILLERS.sub("", unicodedata.normalize("NFKC", text)).upper().translate(LOOKALIKES)
    return plain if len(plain) == LENGTH and set(plain) <= set(ALPHABET) else ""
