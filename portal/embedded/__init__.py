"""The private servers behind ``bin/run``, ``test``, ``bench`` and ``manage``; production installs none of them."""
