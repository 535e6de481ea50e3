"""What a chapter has around its text: head, order, reading time, citations, glossary, tables."""
