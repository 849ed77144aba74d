"""Files of documents and of pictures of their pages, and whether they lie there as registered."""
