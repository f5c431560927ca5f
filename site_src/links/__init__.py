"""Asks the sources of the content, on schedule and never while building, whether they still say what somebody read there."""
