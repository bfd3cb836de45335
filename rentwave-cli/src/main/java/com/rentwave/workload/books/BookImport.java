package com.rentwave.workload.books;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.ApiRequest;
import com.rentwave.workload.rows.ImportProgress;
import com.rentwave.workload.rows.ImportSettings;
import com.rentwave.workload.rows.PatientSender;
import com.rentwave.workload.rows.RowFile;
import com.rentwave.workload.rows.RowImport;

/** Adds the books of a file, those that are there already excepted, and lends out a copy of each. */
public final class BookImport {

    private static final int THERE_ALREADY = 409;

    private BookImport() {}

    public static RowImport<BookRow> of(ImportSettings settings, RowFile<BookRow> file, ImportProgress progress) {
        return new RowImport<>(settings, file, BookImport::offer, progress);
    }

    private static Answer offer(PatientSender sender, BookRow row, String key) throws InterruptedException {
        Answer book = sender.send(ApiRequest.post("/api/books", row.book()).withIdempotencyKey(key));
        if (!book.successful() && book.status() != THERE_ALREADY) {
            return book;
        }
        ApiRequest advert = ApiRequest.post(
                "/api/books/" + row.isbn() + "/adverts", row.copy().advert());
        return sender.send(advert.withIdempotencyKey(key + "-copy"));
    }
}
