"""Question types. Each is one file: its block, its form, its marking and its xAPI interaction.

To add a type, add a file that defines a block decorated with `@question_type`, and its template.
"""
