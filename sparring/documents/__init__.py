"""Office files, web pages and mail as text that can be read and quoted."""
