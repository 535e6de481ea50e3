"""The ground of both packages: strict reading, what a record is, how a fault is worded, how HTML is written.

It knows nothing about evidence or questions.
"""
