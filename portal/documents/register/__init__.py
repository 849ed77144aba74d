"""Files held against what is registered: verdicts, their reasons, and checks of our own documents."""
