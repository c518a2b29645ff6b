"""The look that all views share: colours, type, icons, small parts, words."""
