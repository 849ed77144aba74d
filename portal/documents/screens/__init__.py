"""The contents of the screens of documents."""
