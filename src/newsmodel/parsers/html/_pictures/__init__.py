"""What is shown beside the text: pictures with captions, tables, embeds."""
