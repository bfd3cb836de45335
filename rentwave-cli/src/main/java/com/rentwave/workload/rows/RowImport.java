package com.rentwave.workload.rows;

import com.rentwave.workload.api.Answer;
import com.rentwave.workload.api.RentWaveClient;
import com.rentwave.workload.api.SignIn;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Offers the rows of a file through the public API. Each row has Idempotency-Keys made of the file's hash and the row's
 * line, and always the same owner: running the import again after a break makes nothing twice.
 */
public final class RowImport<T> {

    private final ImportSettings settings;
    private final RowFile<T> file;
    private final RowOffer<T> offer;
    private final ImportProgress progress;
    private final HttpClient http = RentWaveClient.newHttpClient();
    private final List<RentWaveClient> owners = new ArrayList<>();
    private final ConcurrentLinkedQueue<Told> refused = new ConcurrentLinkedQueue<>();
    private OwnerAccounts accounts;
    private RowCounter rows;

    public RowImport(ImportSettings settings, RowFile<T> file, RowOffer<T> offer, ImportProgress progress) {
        this.settings = settings;
        this.file = file;
        this.offer = offer;
        this.progress = progress;
    }

    /**
     * Runs to the end of the file.
     *
     * @throws ImportException when it cannot go on; what was done is kept and the same command resumes
     */
    public ImportResult run() throws InterruptedException {
        long start = System.nanoTime();
        accounts = OwnerAccounts.open(settings.accounts());
        int count = accounts.ownersOf(file.sha256(), settings.owners());
        boolean allKnown = signIn(accounts.accounts(count));
        int before =
                allKnown ? Math.min(accounts.done(file.sha256()), file.rows().size()) : 0;
        rows = new RowCounter(before, file.rows().size());
        progress.started(file.rows().size(), before);
        try {
            work();
        } finally {
            accounts.done(file.sha256(), count, rows.finishedFromTheBeginning());
        }
        List<Told> all = new ArrayList<>(file.unmapped());
        all.addAll(refused);
        return new ImportResult(
                file.rows().size() - refused.size(),
                before,
                count,
                all,
                file.notes(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Signs all owners in; false when one of them had to be registered, so that RentWave cannot have any rows of it. */
    private boolean signIn(List<OwnerAccounts.Account> all) throws InterruptedException {
        boolean known = true;
        for (OwnerAccounts.Account account : all) {
            RentWaveClient client = new RentWaveClient(http, settings.api(), SignIn.BEARER, Duration.ofSeconds(30));
            PatientSender sender = new PatientSender(client, settings.patience());
            Answer login = sender.login(account.email(), account.password());
            if (login.status() == 401) {
                known = false;
                Answer registered = sender.register(account.email(), account.name(), account.password());
                boolean there = registered.successful() || registered.status() == 409;
                login = there ? sender.login(account.email(), account.password()) : registered;
            }
            if (!login.successful()) {
                throw new ImportException("Owner " + account.email() + " cannot sign in: " + login.describe());
            }
            owners.add(client);
        }
        return known;
    }

    private void work() throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(settings.parallel());
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int i = 0; i < settings.parallel(); i++) {
                running.add(workers.submit(this::importRows));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ImportException known ? known : new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
            workers.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private Void importRows() throws InterruptedException {
        for (int index = rows.next(); index >= 0; index = rows.next()) {
            importRow(index);
            rows.finished(index);
            progress.oneMore();
            if (index % 500 == 499) {
                accounts.done(file.sha256(), owners.size(), rows.finishedFromTheBeginning());
            }
        }
        return null;
    }

    private void importRow(int index) throws InterruptedException {
        RowFile.Row<T> row = file.rows().get(index);
        RentWaveClient owner = owners.get(index % owners.size());
        String key = "import-" + file.sha256().substring(0, 32) + "-" + row.line();
        Answer answer;
        try {
            answer = offer.offer(new PatientSender(owner, settings.patience()), row.thing(), key);
        } catch (ImportException e) {
            rows.stop();
            throw e;
        }
        if (!answer.successful()) {
            if (answer.status() != 400 && answer.status() != 413) {
                rows.stop();
                throw new ImportException("RentWave refused line " + row.line() + ": " + answer.describe()
                        + "\nThe rows before it are kept; run the same command to go on.");
            }
            refused.add(new Told(row.line(), answer.describe()));
            progress.refused(row.line(), answer.describe());
        }
    }
}
