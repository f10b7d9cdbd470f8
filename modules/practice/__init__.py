"""Practice records: fictional shared records that learners open, read and answer questions about."""
