package com.rentwave.cli;

import com.rentwave.workload.books.BookFile;
import com.rentwave.workload.books.BookImport;
import com.rentwave.workload.books.BookTerms;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "books",
        mixinStandardHelpOptions = true,
        description = {
            "Adds the books of a CSV file through the public API and lends out a copy of each, spread evenly over"
                    + " generated owner accounts.",
            "The header is isbn10,title,authors,year,language; the encoding is UTF-8, authors are separated by commas.",
            "An import that was broken off goes on where it was when it is run again; no book and no copy comes twice.",
            "With --mapping it prints how languages, prices and the rest are made of a row."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done; rows that cannot be mapped are told with line and reason",
            "1:broken off",
            "2:wrong usage, or not such a file",
            "3:RentWave does not answer"
        })
final class ImportBooks implements Callable<Integer> {

    @Mixin
    ImportOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        return options.run(spec, "books", BookTerms.lines(), (settings, progress) -> BookImport.of(
                        settings, BookFile.read(options.file, options.currency), progress)
                .run());
    }
}
