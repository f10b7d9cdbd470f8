"""Databases as they stood when something landed, which later migrations must carry forward with their data."""
