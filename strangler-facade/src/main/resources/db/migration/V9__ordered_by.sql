-- Who ordered a move; empty for moves from before, of whom that is not known.
ALTER TABLE cutover
    ADD COLUMN ordered_role text CHECK (ordered_role IN ('operator', 'facade')),
    ADD COLUMN ordered_way  text,
    ADD COLUMN ordered_name text CHECK (char_length(ordered_name) BETWEEN 1 AND 40),
    ADD CHECK ((ordered_role IS NULL) = (ordered_way IS NULL));
COMMENT ON COLUMN cutover.ordered_way IS 'by which an operator was let in, or which part of the facade it was';
COMMENT ON COLUMN cutover.ordered_name IS 'what the operator gave as a name, if anything; not proven';
