"""What a chapter has around its text: head, course map, glossary, tables."""
