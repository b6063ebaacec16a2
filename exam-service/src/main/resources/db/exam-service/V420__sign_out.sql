-- Since when a person's older tokens are good no more.
CREATE TABLE sign_out (
    person     uuid        PRIMARY KEY,
    not_before timestamptz NOT NULL
);
