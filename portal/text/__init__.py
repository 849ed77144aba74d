"""The one door for text: whatever a person types or a file brings is cleaned here before it is stored (decision 25)."""
