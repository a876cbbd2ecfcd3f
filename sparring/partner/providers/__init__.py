"""The only place that knows openai, langchain or llama.cpp; each is imported where it is used."""
