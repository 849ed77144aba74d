"""Static files under names that tell their content, also where one of our script modules imports another."""

from django.contrib.staticfiles.storage import HashedFilesMixin, ManifestStaticFilesStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_, _IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns  # type: ignore[attr-defined]

#: Django's own patterns, and those of imports for our scripts alone: others' files import what they do not bring.
PATTERNS = (*HashedFilesMixin.patterns, ("js/*.js", _IMPORTS))


class NamedByContent(ManifestStaticFilesStorage):
    """Imports between modules point at the named files, so that a browser never mixes two versions of the portal."""

    patterns = PATTERNS


class NamedByContentAndCompressed(CompressedManifestStaticFilesStorage):
    """The same, with compressed twins, for a portal in service."""

    patterns = PATTERNS
