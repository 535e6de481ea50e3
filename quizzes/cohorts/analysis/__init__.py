"""What the responses of a class show: of its questions, its certainty, its gain and the tests themselves."""
