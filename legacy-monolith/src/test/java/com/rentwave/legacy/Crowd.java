package com.rentwave.legacy;

import com.rentwave.legacy.Call.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends requests at the same time. */
final class Crowd {

    private Crowd() {}

    static List<Reply> atOnce(int many, IntFunction<Call> call) {
        ExecutorService senders = Executors.newFixedThreadPool(many);
        try {
            List<CompletableFuture<Reply>> sent = IntStream.range(0, many)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> call.apply(i).send(), senders))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            senders.shutdown();
        }
    }
}
