"""The questions on a page, and the pages made from a reader's answers."""
