-- How long a worker was at a question. The log tells the read model again from its beginning.
DELETE FROM token_entry WHERE processor_name = 'responses';
DELETE FROM read_position WHERE model = 'responses';
DELETE FROM rebuild_run WHERE model = 'responses';
TRUNCATE response_exam, response_correction, response_score, response_previous, responses;

ALTER TABLE response_score ADD COLUMN worked_at timestamptz; -- the last sign from which the next answer's time counts
ALTER TABLE responses ADD COLUMN millis bigint;              -- on the question; absent where nothing tells
