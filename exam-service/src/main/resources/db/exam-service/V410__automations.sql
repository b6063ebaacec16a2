-- The sessions that run, one row each, in the shape that db-scheduler reads and writes.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
) WITH (fillfactor = 70);

CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- Up to where the log has been looked through for sessions that began to run; set to 0 when the list is lost.
CREATE TABLE session_watch_bookmark (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL
);

INSERT INTO session_watch_bookmark (position) VALUES (0);

-- When a command process was alive last.
CREATE TABLE service_sign (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    seen_at  timestamptz NOT NULL
) WITH (fillfactor = 10);

INSERT INTO service_sign (seen_at) VALUES (clock_timestamp());

-- Times in which none was. Until one is settled, nothing expires.
CREATE TABLE service_outage (
    outage_id uuid        PRIMARY KEY,
    began_at  timestamptz NOT NULL,
    ended_at  timestamptz NOT NULL,
    settled   boolean     NOT NULL
);
