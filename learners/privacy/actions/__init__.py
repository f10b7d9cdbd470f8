"""What is done about people's data: noting who looked, asking, deciding, holding, anonymising."""
