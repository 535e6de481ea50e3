"""What the cells of a page show: figures, drawings, quizzes."""
