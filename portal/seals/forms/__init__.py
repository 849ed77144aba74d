"""What is typed and chosen on the page of a unit's seal."""
