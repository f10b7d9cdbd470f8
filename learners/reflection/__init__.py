"""What a learner takes away: confidence, the next shift, what they made of it, and their CPD record."""
