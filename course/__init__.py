"""What this course is: `course.yml` as a record, and the pages that `_toc.yml` names.

`python -m course check` lists every fault of both.
"""

from course.record import Course, CourseFault, Document, course, load_course

__all__ = ["Course", "CourseFault", "Document", "course", "load_course"]
