"""The frame around every screen: sections, icons, errors."""
