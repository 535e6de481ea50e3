"""The few decisions on which a case turns."""
