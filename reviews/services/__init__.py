"""The acts on a judgement: take up, score, return, compose, sign, export."""
