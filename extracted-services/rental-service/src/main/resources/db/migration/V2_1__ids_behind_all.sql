-- Whoever hands rentals over sees to it that new ids begin behind all even ones that came with the monolith's rows.
GRANT SELECT, UPDATE ON SEQUENCE rental_id TO rentwave_coordinator;
