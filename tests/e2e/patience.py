"""How long a browser may take."""

#: For anything on a busy machine, in milliseconds.
PATIENCE = 60_000
