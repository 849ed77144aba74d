"""Our own typefaces for the engine, beside those of the system."""

import os
from typing import TYPE_CHECKING

from portal.documents.fonts import FOLDER

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration


def font_configuration() -> "FontConfiguration":
    """The system's fonts and ours; FileNotFoundError if one of ours cannot be read.

    The files are used where they lie. ``@font-face`` would copy them into a temporary folder for every process, which a
    killed worker leaves behind.
    """
    from weasyprint.text.ffi import ffi, fontconfig, pangoft2
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    files = sorted(FOLDER.glob("*.ttf"))
    if not files or not all(fontconfig.FcConfigAppFontAddFile(configuration._config, os.fsencode(f)) for f in files):
        raise FileNotFoundError(f"the paper's typefaces cannot be read from {FOLDER}")
    pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", configuration.font_map))
    return configuration
