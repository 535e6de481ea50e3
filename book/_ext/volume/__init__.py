"""The whole course in one file, for where there is no browser to run it: on paper and in an e-reader."""
