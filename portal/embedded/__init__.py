"""The private servers behind ``bin/run``, ``bin/test`` and ``bin/manage``; production installs none of them."""
