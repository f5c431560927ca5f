"""Search: what people type, read by a lexicon that staff keep, answered from one static index."""
