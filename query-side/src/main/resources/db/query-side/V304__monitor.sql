-- What HC sees of a running exam.
CREATE TABLE monitor_exam (
    exam_id        uuid PRIMARY KEY,
    title          text NOT NULL,
    opens_at       timestamptz NOT NULL,
    window_ends_at timestamptz,
    position       bigint NOT NULL
);

CREATE TABLE monitor_row (LIKE resume_session INCLUDING ALL) WITH (fillfactor = 70);
CREATE INDEX monitor_row_of_exam ON monitor_row (exam_id);
