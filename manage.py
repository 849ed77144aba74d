#!/usr/bin/env python
"""Django's command line; ``./bin/manage`` runs it in the portal's own environment."""

import gc
import os
import sys


def main() -> None:
    """Runs one management command with the portal's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    os.environ.setdefault("PORTAL_PROCESS", "command")
    gc.set_threshold(20_000, 20, 20)  # a command makes much at once and is soon over
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
