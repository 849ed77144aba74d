"""The portal: bytes, people and places; it knows no assessment."""
