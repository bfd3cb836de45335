package com.rentwave.legacy.outbox;

import com.rentwave.legacy.web.Alarm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads domain events and puts them into the inbox. It outlives the loss of Kafka and of the database: it waits, and the
 * site goes on without news. An event that cannot be received stops it; nothing is skipped.
 */
@ApplicationScoped
public class EventConsumer implements Alarm {

    private static final Logger LOG = System.getLogger(EventConsumer.class.getName());
    private static final long PAUSE_MILLIS = 1_000;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Inbox inbox;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile EventStream open;
    private volatile String obstacle;

    @Inject
    EventConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    protected EventConsumer() {
        this(null);
    }

    @Override
    public Optional<String> reason() {
        return Optional.ofNullable(obstacle).map(reason -> "Events and notifications wait: " + reason);
    }

    /** Works until it is stopped. */
    void run(String bootstrapServers) {
        standBy("Kafka was not asked yet");
        while (!isStopping()) {
            try (EventStream stream = new EventStream(bootstrapServers)) {
                open = stream;
                follow(stream);
            } catch (WakeupException e) {
                // Stopping.
            } catch (InvalidOffsetException e) {
                standBy(
                        "the stored offset is not in topic " + EventStream.TOPIC
                                + ", whose events were lost. Set nxt_off in"
                                + " t_inbx_pos to the offset to go on from; an event that was received before is not received again");
            } catch (KafkaException e) {
                standBy("Kafka: " + e.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "events", e);
                standBy(e.toString());
            } finally {
                open = null;
            }
            pause();
        }
    }

    void stop() {
        stopping.countDown();
        EventStream stream = open;
        if (stream != null) {
            stream.wakeup();
        }
    }

    private void follow(EventStream stream) {
        while (!isStopping()) {
            String found = stream.obstacle();
            if (found == null) {
                receiveAll(stream);
            } else {
                standBy(found);
                pause();
            }
        }
    }

    /** Receives what arrives until somebody else has moved the position. */
    private void receiveAll(EventStream stream) {
        long position = inbox.position(EventStream.TOPIC);
        stream.seek(position);
        goOn(position);
        long heard = System.nanoTime();
        while (!isStopping()) {
            List<ConsumerRecord<String, byte[]>> records = stream.poll();
            if (!records.isEmpty()) {
                long next = receive(position, records);
                if (next == position) {
                    return;
                }
                position = next;
                goOn(position);
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE_NANOS) {
                String silence = stream.silence();
                if (silence == null) {
                    goOn(position);
                } else {
                    standBy(silence);
                }
                heard = System.nanoTime();
            }
        }
    }

    /** @return the new position; the old one when somebody else has moved it */
    private long receive(long from, List<ConsumerRecord<String, byte[]>> records) {
        try {
            return receiveTogether(from, records);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "one by one now", e);
        }
        long position = from;
        for (ConsumerRecord<String, byte[]> record : records) {
            long next;
            try {
                next = receiveTogether(position, List.of(record));
            } catch (RuntimeException e) {
                throw new IllegalStateException("the event at offset " + record.offset() + " cannot be received", e);
            }
            if (next == position) {
                return from;
            }
            position = next;
        }
        return position;
    }

    private long receiveTogether(long from, List<ConsumerRecord<String, byte[]>> records) {
        List<ReceivedEvent> events = records.stream()
                .map(record -> ReceivedEvent.parse(record.value()))
                .toList();
        long to = records.get(records.size() - 1).offset() + 1;
        if (!inbox.receive(EventStream.TOPIC, from, to, events)) {
            return from;
        }
        inbox.committed();
        return to;
    }

    private void standBy(String reason) {
        if (!Objects.equals(obstacle, reason)) {
            LOG.log(Level.WARNING, "events wait: {0}", reason);
            obstacle = reason;
        }
    }

    private void goOn(long position) {
        if (obstacle != null) {
            LOG.log(Level.INFO, "events are received from offset {0}", Long.toString(position));
            obstacle = null;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }
}
