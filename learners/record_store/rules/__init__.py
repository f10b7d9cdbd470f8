"""What xAPI asks of a statement, split by concern. Standard library only.

Sources: xAPI-Data and xAPI-Communication 1.0.3, and xAPI 2.0 (IEEE 9274.1.1).
"""
