package com.rentwave.facade.gateway;

/**
 * A few header names to look others up in, whatever the case of their letters. Each header of each request and answer is:
 * nearly all are told apart by length and first letter.
 */
final class HeaderNames {

    private final String[][] byLength;

    HeaderNames(String... names) {
        int longest = 0;
        for (String name : names) {
            longest = Math.max(longest, name.length());
        }
        byLength = new String[longest + 1][];
        for (String name : names) {
            String[] others = byLength[name.length()];
            String[] more = new String[others == null ? 1 : others.length + 1];
            if (others != null) {
                System.arraycopy(others, 0, more, 0, others.length);
            }
            more[more.length - 1] = name;
            byLength[name.length()] = more;
        }
    }

    boolean contains(String name) {
        String[] candidates = name.length() < byLength.length ? byLength[name.length()] : null;
        if (candidates != null) {
            for (String candidate : candidates) {
                if (candidate.equalsIgnoreCase(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
