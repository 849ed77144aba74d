"""What the apps that own papers say of them: print HTML, acts behind seals, how versions stand, figures to compare."""
