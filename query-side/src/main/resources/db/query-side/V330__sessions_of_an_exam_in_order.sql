-- Results are read piece by piece, in the order of the session ids.
CREATE INDEX session_row_of_exam_in_order ON session_row (exam_id, session_id);
DROP INDEX session_row_of_exam;
