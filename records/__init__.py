"""The ground of both packages: what is read strictly, what a record is, how a fault is told, how HTML is written.

It knows neither evidence nor questions.
"""
