"""The demo: public filings of past years, and cycles of this year with papers in every state."""
