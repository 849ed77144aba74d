"""Papers made by workers: printed, sealed, registered; and those that wait for seals."""
