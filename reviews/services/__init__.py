"""What can be done about a judgement: take up, score, return, compose, sign, export."""
