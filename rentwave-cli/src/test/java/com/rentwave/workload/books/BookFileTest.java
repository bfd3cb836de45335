package com.rentwave.workload.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.workload.rows.RowFile;
import com.rentwave.workload.rows.RowFileException;
import com.rentwave.workload.rows.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the import reads of a row, and what it says about everything else. */
class BookFileTest {

    private static final String HEADER = "isbn10,title,authors,year,language\n";

    @TempDir
    private Path folder;

    private RowFile<BookRow> read(String text) {
        try {
            return BookFile.read(Files.writeString(folder.resolve("books.csv"), text), "EUR");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsABookWithAllItsAuthors() {
        RowFile<BookRow> file = read(
                HEADER + "0306406152,\"Bells, and what they are for\",\"A. Bell,  Zoë Ring, A. Bell\",1998,en-GB\n");

        assertThat(file.unmapped()).isEmpty();
        assertThat(file.notes()).isEmpty();
        assertThat(file.rows().get(0).thing().book().toString())
                .isEqualTo("{\"isbn\":\"9780306406157\",\"title\":\"Bells, and what they are for\","
                        + "\"authors\":[\"A. Bell\",\"Zoë Ring\"],\"year\":1998,\"language\":\"en\"}");
    }

    @Test
    void makesUpTheSameTermsForTheSameBook() {
        String row = "0306406152,Bells,A. Bell,1998,eng\n";

        BookRow.Copy copy = read(HEADER + row).rows().get(0).thing().copy();

        assertThat(read(HEADER + row).rows().get(0).thing().copy()).isEqualTo(copy);
        assertThat(copy.pricePerDay()).isBetween(40L, 200L);
        assertThat(copy.advert().get("lateFeePerDay").asLong()).isEqualTo(2 * copy.pricePerDay());
        assertThat(copy.currency()).isEqualTo("EUR");
    }

    @Test
    void takesEmptyYearsAndLanguagesAndYearsBeforeOurEra() {
        RowFile<BookRow> file = read(HEADER + "0306406152,Bells,A. Bell,,\n080442957X,Older bells,B. Bell,-720,grc\n");

        assertThat(file.notes()).isEmpty();
        assertThat(file.rows().get(0).thing().book().has("year")).isFalse();
        assertThat(file.rows().get(0).thing().book().has("language")).isFalse();
        assertThat(file.rows().get(1).thing().year()).contains(-720);
        assertThat(file.rows().get(1).thing().language()).contains("grc");
    }

    @Test
    void tellsWhatItCannotKeepOfABookAndKeepsTheBook() {
        RowFile<BookRow> file =
                read(HEADER + "0306406152,Bells,A. Bell,19998,eng\n080442957X,Older bells,B. Bell,1990,tlh-QQ\n");

        assertThat(file.rows()).hasSize(2);
        assertThat(file.notes())
                .containsExactly(
                        new Told(2, "year 19998 is left out: RentWave takes -5000 to 2100"),
                        new Told(3, "language tlh-QQ is left out: it is no language's code"));
    }

    @Test
    void tellsEveryRowThatIsNoBook() {
        RowFile<BookRow> file = read(HEADER
                + "0306406153,Wrong digit,A,1990,eng\n"
                + "97803064,Too short,A,1990,eng\n"
                + "0306406152,,A,1990,eng\n"
                + "0306406152,No authors,\" , \",1990,eng\n"
                + "0306406152,Fewer columns\n");

        assertThat(file.rows()).isEmpty();
        assertThat(file.unmapped())
                .containsExactly(
                        new Told(2, "isbn10 is not an ISBN, or its check digit is wrong: \"0306406153\""),
                        new Told(3, "isbn10 is not an ISBN, or its check digit is wrong: \"97803064\""),
                        new Told(4, "title is empty"),
                        new Told(5, "authors is empty"),
                        new Told(6, "has 2 columns, not 5"));
    }

    @Test
    void refusesAnotherHeader() {
        assertThatThrownBy(() -> read("isbn,title\n"))
                .isInstanceOf(RowFileException.class)
                .hasMessageContaining("expected: isbn10,title,authors,year,language");
    }
}
