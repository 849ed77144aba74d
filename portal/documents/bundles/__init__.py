"""Exports: many papers in one ZIP that explains itself."""
