"""Every command: its name and keys, its menus, what it does, when it can."""
