"""Taking in a seal that somebody uploads: a picture and a key file, which may be anything.

Nothing is imported here: the process that opens them (``child``) starts with little.
"""
