"""Mail, single or in mailboxes."""
