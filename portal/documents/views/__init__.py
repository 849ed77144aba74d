"""Screens of documents and jobs."""
