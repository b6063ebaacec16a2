-- What a session has used of its time where only the time between signs of life counts (R10).
ALTER TABLE resume_session
    ADD COLUMN timer_policy text   NOT NULL DEFAULT 'WALL_CLOCK',
    ADD COLUMN counted_to   timestamptz,
    ADD COLUMN used_millis  bigint NOT NULL DEFAULT 0,
    ADD COLUMN gap_millis   bigint NOT NULL DEFAULT 60000;
ALTER TABLE response_session
    ADD COLUMN timer_policy text   NOT NULL DEFAULT 'WALL_CLOCK',
    ADD COLUMN counted_to   timestamptz,
    ADD COLUMN used_millis  bigint NOT NULL DEFAULT 0,
    ADD COLUMN gap_millis   bigint NOT NULL DEFAULT 60000;
ALTER TABLE monitor_row
    ADD COLUMN timer_policy text   NOT NULL DEFAULT 'WALL_CLOCK',
    ADD COLUMN counted_to   timestamptz,
    ADD COLUMN used_millis  bigint NOT NULL DEFAULT 0,
    ADD COLUMN gap_millis   bigint NOT NULL DEFAULT 60000;
ALTER TABLE my_session
    ADD COLUMN timer_policy text   NOT NULL DEFAULT 'WALL_CLOCK',
    ADD COLUMN counted_to   timestamptz,
    ADD COLUMN used_millis  bigint NOT NULL DEFAULT 0,
    ADD COLUMN gap_millis   bigint NOT NULL DEFAULT 60000;
