"""What a partner may say: pure rules over one challenge and its ground."""
