"""How a draft was read, to look at and to set right line by line."""
