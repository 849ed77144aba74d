"""The names of the signature fields; apart from the signing, which loads much that a web process never needs."""

#: The fields that every paper to be sealed carries before its first signature (``portal.documents.pdf``).
UNIT_FIELD = "UnitSeal"
PREFECTURE_FIELD = "PrefectureSeal"
