"""What an author writes and hears back: banks, their faults, and the rules of good questions."""
