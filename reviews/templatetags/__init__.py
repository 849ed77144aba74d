"""What the templates of judging may draw."""
