"""The demonstration: Fennings Vale, a care network that does not exist, and eight weeks of its learning."""
