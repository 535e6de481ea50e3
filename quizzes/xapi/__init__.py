"""What a class handed in as statements of xAPI, for a school's record store: a teacher's command, never the page's."""
