"""How well the partner does, measured: the rules on labelled sentences, and whole bouts and attacks played out."""
