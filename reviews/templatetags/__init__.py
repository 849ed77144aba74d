"""The tags that templates of judging may use."""
