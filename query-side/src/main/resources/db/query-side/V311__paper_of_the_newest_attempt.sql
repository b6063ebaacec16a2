-- A reset brings another paper, which is sealed again. The log tells all papers again from its beginning.
DELETE FROM token_entry WHERE processor_name = 'paper';
DELETE FROM read_position WHERE model = 'paper';
DELETE FROM rebuild_run WHERE model = 'paper';
TRUNCATE paper_exam, paper_session;

ALTER TABLE paper_session ADD COLUMN attempt integer NOT NULL;
