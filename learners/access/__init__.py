"""Who may be given an account in the shared record, and who has one."""
