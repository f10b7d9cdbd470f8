"""Whether a milestone may go live: what is asked, what is found, and how training came along."""
