package com.rentwave.workload.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests as fast as they are answered, over connections that are kept: one after the other on each. */
final class RawLoad {

    private static final int PATIENCE = 10_000;

    private final InetSocketAddress address;
    private final List<byte[]> requests;

    RawLoad(URI uri, Requests requests) {
        this.address = new InetSocketAddress(uri.getHost(), uri.getPort());
        this.requests = requests.raw(uri);
    }

    /**
     * What came of it.
     *
     * @param answered requests answered with 200
     * @param others requests answered with something else
     * @param seconds how long it really lasted
     */
    record Result(long answered, long others, double seconds, Quantiles times) {

        double perSecond() {
            return answered / seconds;
        }
    }

    Result run(int connections, Duration time) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<One>> work = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = i;
                work.add(() -> ask(first, end));
            }
            List<One> all = new ArrayList<>();
            for (Future<One> one : threads.invokeAll(work)) {
                all.add(one.get());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            long[] times = all.stream()
                    .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.count))
                    .toArray();
            long others = all.stream().mapToLong(one -> one.others).sum();
            return new Result(times.length, others, seconds, Quantiles.ofNanos(times));
        } catch (ExecutionException e) {
            throw new IOException(address + " does not answer: " + e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one connection measured. */
    private static final class One {

        private long[] nanos = new long[4096];
        private int count;
        private long others;

        private void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = time;
        }
    }

    private One ask(int first, long end) throws IOException {
        One one = new One();
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            socket.connect(address, PATIENCE);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int turn = first;
            for (long now = System.nanoTime(); now < end; ) {
                socket.getOutputStream().write(requests.get(turn++ % requests.size()));
                int status = answer(in);
                long after = System.nanoTime();
                if (status == 200) {
                    one.add(after - now);
                } else {
                    one.others++;
                }
                now = after;
            }
        }
        return one;
    }

    /** Reads a whole answer. @return its status */
    static int answer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26)) {
                chunked = true;
            }
        }
        if (!chunked) {
            in.skipNBytes(length);
            return status;
        }
        for (long size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2);
        }
        line(in);
        return status;
    }

    private static long chunk(InputStream in) throws IOException {
        return Long.parseLong(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the connection ended");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }
}
