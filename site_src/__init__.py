"""Generator for public information sites about protection services: content in, static site out."""
