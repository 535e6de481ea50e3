"""What an author writes and is told: banks, their faults, and the rules of good questions."""
