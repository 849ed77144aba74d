"""The journey is a package, so that its steps, in several files, share one portal and then let it go."""
