-- 100,000 adverts of made-up people: 40,000 vehicles, 30,000 copies of 9,000 books, 30,000 rooms. Words have the lengths and
-- frequencies of real ones; the same each time.
INSERT INTO t_usr SELECT 900000 + i, 'bench' || i || '@example.org', 'User ' || i, 'x', now() FROM generate_series(1, 1000) i;
CREATE TEMP TABLE word AS
SELECT ARRAY['Ford Transit', 'Ford Focus', 'Ford Fiesta', 'Volkswagen Golf', 'Volkswagen Passat', 'Volkswagen Transporter', 'Opel Corsa',
    'Opel Astra', 'Toyota Corolla', 'Toyota Yaris', 'Volvo V70', 'Volvo XC60', 'Fiat Panda', 'Fiat Ducato', 'Renault Clio',
    'Renault Kangoo', 'Peugeot Partner', 'Peugeot 208', 'Škoda Octavia', 'Škoda Fabia', 'Citroën Berlingo', 'Mercedes-Benz Sprinter',
    'Mercedes-Benz Vito', 'BMW 320d Touring', 'Chevrolet Malibu', 'Chevrolet Silverado', 'Honda Jazz', 'Hyundai i30', 'Kia Ceed',
    'Mazda MX-5', 'Nissan Leaf', 'Tesla Model 3', 'Dacia Dokker', 'Seat Ibiza'] AS car,
    ARRAY['Berlin', 'Hamburg', 'München', 'Köln', 'Paris', 'Lyon', 'Marseille', 'London', 'Bristol', 'Leeds', 'Madrid', 'Sevilla', 'Roma',
    'Milano', 'Napoli', 'Wien', 'Graz', 'Zürich', 'Genève', 'Bern', 'Oslo', 'Bergen', 'Stockholm', 'Malmö', 'Göteborg', 'København',
    'Aarhus', 'Helsinki', 'Kraków', 'Warszawa', 'Praha', 'Brno', 'Lisboa', 'Porto', 'Dublin', 'Cork', 'Gent', 'Antwerpen'] AS town,
    ARRAY['Quiet', 'Sunny', 'Cosy', 'Bright', 'Spacious', 'Small', 'Charming', 'Modern', 'Rustic', 'Central', 'Private', 'Warm'] AS adjective,
    ARRAY['room', 'attic', 'studio', 'loft', 'guest room', 'garden room', 'cabin', 'flat', 'double room', 'basement flat'] AS home,
    ARRAY['by the canal', 'near the station', 'in the old town', 'with a view of the park', 'above the bakery', 'at the lake',
    'close to the university', 'behind the cathedral'] AS near,
    ARRAY['Fresh towels and bed linen are waiting for you. ', 'The tram stops in front of the door. ', 'We have two cats who like visitors. ',
    'Breakfast can be had in the kitchen until ten. ', 'The neighbourhood is calm at night, with small cafés around the corner. ',
    'You share the bathroom with one other guest. ', 'There is a desk with a lamp. ', 'The balcony gets the evening sun. '] AS line,
    ARRAY['Harry Potter and the Goblet of Fire', 'Harry Potter and the Chamber of Secrets', 'The Hunger Games', 'To Kill a Mockingbird',
    'The Fault in Our Stars', 'Pride and Prejudice', 'The Kite Runner', 'Gone Girl', 'The Book Thief', 'Macbeth', 'Romeo and Juliet',
    'The Old Man and the Sea', 'Good Omens', 'Small Gods', 'The Golden Compass', 'A Game of Thrones'] AS book,
    ARRAY['J. K. Rowling', 'Suzanne Collins', 'Harper Lee', 'John Green', 'Jane Austen', 'Khaled Hosseini', 'Gillian Flynn', 'Markus Zusak',
    'William Shakespeare', 'Ernest Hemingway', 'Terry Pratchett', 'Philip Pullman', 'George R. R. Martin'] AS author;
INSERT INTO t_veh
SELECT 10000001 + 2 * i, 900001 + i * 7 % 1000, split_part(car, ' ', 1), substr(car, strpos(car, ' ') + 1) || CASE WHEN i % 4 = 0 THEN ' ' || substr(md5(i::text), 1, 3) ELSE '' END,
    1990 + i % 35, CASE WHEN car ~ 'Trans|Ducato|Sprinter|Vito' THEN 'VN' ELSE (ARRAY['CO', 'MS', 'SC', 'SU', 'WG'])[1 + i % 5] END, 5, 400,
    (ARRAY['M', 'A'])[1 + i % 2], (ARRAY['PE', 'PE', 'DI', 'DI', 'EL', 'HY'])[1 + i % 6], 'F', 'colour=' || (ARRAY['blue', 'red', 'white', 'silver'])[1 + i % 4],
    2000 + i * 7919 % 15000, 3000, 'EUR', 1, 30, CASE WHEN i % 11 = 0 THEN 'N' ELSE 'Y' END, 0, t, t
FROM (SELECT i, w.car[1 + (hashint8(i) & 1023) * array_length(w.car, 1) / 1024] AS car, timestamp '2026-01-01' + i * interval '5 minutes' AS t
    FROM word w, generate_series(1, 40000) i) v;
INSERT INTO t_bk
SELECT 9780500000000 + i, title, author, lower(title), lower(author), 2000, 'en', 0, 900001, 0, timestamp '2020-01-01', timestamp '2020-01-01'
FROM (SELECT i, CASE WHEN i % 3 = 0 THEN w.book[1 + i % array_length(w.book, 1)] ELSE 'The ' || w.adjective[1 + i % 12] || ' ' || initcap(translate(md5('t' || i), '0123456789', 'aeiourstln')) END AS title,
    CASE WHEN i % 3 = 0 THEN w.author[1 + i % array_length(w.author, 1)] ELSE initcap(substr(translate(md5('a' || i % 2000), '0123456789', 'aeiourstln'), 1, 7)) || ' '
        || initcap(substr(translate(md5('s' || i % 2000), '0123456789', 'aeiourstln'), 1, 9)) END AS author FROM word w, generate_series(1, 9000) i) b;
INSERT INTO t_bk_adv
SELECT 10000000 + i, isbn_no, ttl_tx, ath_tx, 900001 + i * 7 % 1000, 'G', '', town, lower(ttl_tx || ' ' || ath_tx || ' ' || town || ' ' || isbn_no),
    50 + i * 7919 % 900, 100, 'EUR', 1, 30, 'Y', 0, t, t
FROM (SELECT i, b.*, w.town[1 + i % 38] AS town, timestamp '2026-01-01' + i * interval '7 minutes' AS t
    FROM word w, generate_series(1, 30000) i JOIN t_bk b ON b.isbn_no = 9780500000001 + i * 13 % 9000) a;
INSERT INTO t_room
SELECT 10000000 + i, 900001 + i * 7 % 1000, title, dsc, town, fold, lower(title) || ' ' || fold, lower(title) || ' ' || fold || ' ' || lower(dsc), 'DE', 1 + i % 4, 1 + i % 6, 'WF TV',
    2000 + i * 7919 % 15000, 3000, 'EUR', 1, 30, 'Y', 0, t, t
FROM (SELECT r.*, translate(lower(town), 'üöèøó', 'uoeoo') AS fold FROM (
    SELECT i, w.adjective[1 + i % 12] || ' ' || w.home[1 + i / 12 % 10] || ' ' || w.near[1 + i / 120 % 8] AS title, w.town[1 + i * 11 % 38] AS town,
        w.line[1 + i % 8] || w.line[1 + i / 8 % 8] || w.line[1 + i / 64 % 8] || w.line[1 + i / 512 % 8] AS dsc, timestamp '2026-01-01' + i * interval '7 minutes' AS t
    FROM word w, generate_series(1, 30000) i) r) q;
DROP TABLE word;
