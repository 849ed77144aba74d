"""The word of the apps that own papers: print HTML, acts behind seals, how versions stand, figures to compare."""
