package com.rentwave.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it directly; root runs it in a user namespace of its own,
 * where the process has no powers and files need not change hands, or, where that is forbidden, as {@code nobody} with
 * the server's folder given to that account.
 */
sealed interface PostgresAccount {

    /** The command that runs a program as this account, in the same process. */
    List<String> wrap(List<String> program);

    /** Gives a folder and all in it to the account. */
    void own(Path folder);

    /** The account that owns what is there already, else the one that works on this machine. */
    static PostgresAccount of(Path serverFolder, DataFolder data) {
        if (unixId(Path.of("/proc/self"), "uid") != 0 && !"root".equals(System.getProperty("user.name"))) {
            return new Direct();
        }
        Path existing = serverFolder.resolve("PG_VERSION");
        if (Files.exists(existing) && unixId(existing, "uid") > 0) {
            return new Other(unixId(existing, "uid"), unixId(existing, "gid"), data);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new Namespace();
        }
        if (DetachedProcess.isOnPath("setpriv")) {
            return new Other(Other.NOBODY, Other.NOBODY, data);
        }
        throw new PlatformException("PostgreSQL does not run as root, and neither \"unshare -U\" nor \"setpriv\" works"
                + " here. Start rentwave as an ordinary user.");
    }

    private static int unixId(Path file, String kind) {
        try {
            return (Integer) Files.getAttribute(file, "unix:" + kind);
        } catch (IOException | UnsupportedOperationException e) {
            return -1;
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** An ordinary user. */
    record Direct() implements PostgresAccount {

        @Override
        public List<String> wrap(List<String> program) {
            return program;
        }

        @Override
        public void own(Path folder) {}
    }

    /** Root without its powers. */
    record Namespace() implements PostgresAccount {

        @Override
        public List<String> wrap(List<String> program) {
            return concat(List.of("unshare", "-U"), program);
        }

        @Override
        public void own(Path folder) {}
    }

    /** Another account; it must be able to reach the data folder. */
    record Other(int uid, int gid, DataFolder data) implements PostgresAccount {

        private static final int NOBODY = 65534;

        @Override
        public List<String> wrap(List<String> program) {
            return concat(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), program);
        }

        @Override
        public void own(Path folder) {
            try {
                Files.setPosixFilePermissions(data.path(), PosixFilePermissions.fromString("rwx--x--x"));
            } catch (IOException e) {
                throw new PlatformException(
                        "The permissions of " + data.path() + " cannot be changed: " + e.getMessage(), e);
            }
            if (!succeeds("chown", "-R", uid + ":" + gid, folder.toString())
                    || !succeeds(wrap(List.of("test", "-x", folder.toString())).toArray(String[]::new))) {
                throw new PlatformException("PostgreSQL does not run as root, and the account with number " + uid
                        + " cannot reach " + folder
                        + ". Choose a data folder that other users can reach with --data DIR,"
                        + " or start rentwave as an ordinary user.");
            }
        }
    }
}
