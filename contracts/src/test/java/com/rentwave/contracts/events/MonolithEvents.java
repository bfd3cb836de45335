package com.rentwave.contracts.events;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * The monolith's own reader of events, from its build: it is deployed as a web application and no library, so its classes
 * are loaded from where the build has put them.
 */
final class MonolithEvents {

    private static final Path CLASSES = Path.of("..", "legacy-monolith", "target", "classes");

    private MonolithEvents() {}

    /** The event as the monolith reads it, in words. */
    static String read(AsynchronousMessage message) {
        return inTheMonolith(monolith -> parsed(monolith, message).toString());
    }

    /** What the monolith tells users because of the event, in words. */
    static String tells(AsynchronousMessage message) {
        return inTheMonolith(monolith -> {
            Class<?> type = monolith.loadClass("com.rentwave.legacy.notification.Messages");
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object event = parsed(monolith, message);
            Method of = type.getDeclaredMethod("of", event.getClass());
            of.setAccessible(true);
            return of.invoke(constructor.newInstance(), event).toString();
        });
    }

    private static Object parsed(ClassLoader monolith, AsynchronousMessage message)
            throws ReflectiveOperationException {
        Method parse =
                monolith.loadClass("com.rentwave.legacy.outbox.ReceivedEvent").getDeclaredMethod("parse", byte[].class);
        parse.setAccessible(true);
        return parse.invoke(null, (Object) message.contentsAsBytes());
    }

    private interface Reading {
        String read(ClassLoader monolith) throws ReflectiveOperationException;
    }

    private static String inTheMonolith(Reading reading) {
        try (URLClassLoader monolith =
                new URLClassLoader(new URL[] {CLASSES.toUri().toURL()}, MonolithEvents.class.getClassLoader())) {
            return reading.read(monolith);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("the monolith refuses the event", refused.getCause());
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the monolith is not built, or reads events elsewhere now", e);
        }
    }
}
