"""Which of a page's text is the article's, and the blocks that it becomes."""
