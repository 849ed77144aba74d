"""Screens of judging."""
