"""What the screens of documents show."""
