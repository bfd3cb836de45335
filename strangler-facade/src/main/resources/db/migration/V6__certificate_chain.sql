-- Certificates are numbered, each names the hash of the one before, and all are signed: none can be changed, left out or
-- put in between without being noticed. The document is kept byte for byte. Rows from before have no number.
ALTER TABLE flip_certificate ALTER COLUMN body DROP NOT NULL;
ALTER TABLE flip_certificate ADD COLUMN number bigint UNIQUE CHECK (number >= 1);
ALTER TABLE flip_certificate ADD COLUMN hash text;
ALTER TABLE flip_certificate ADD COLUMN document text;
