"""Strategy documents as passages that can be cited, and search over them."""
