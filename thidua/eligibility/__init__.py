"""Who may be given what: records and law → an answer with its evidence. Missing data is never a no."""
