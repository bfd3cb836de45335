package com.rentwave.rental.wallet;

/** The wallet does not hold enough, or holds a debt; in the wallet's own words. */
public final class PaymentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final int status;
    private final String title;

    PaymentRefused(String name, int status, String title, String detail) {
        super(detail, null, false, false);
        this.name = name;
        this.status = status;
        this.title = title;
    }

    /** Last part of the problem's type. */
    public String name() {
        return name;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
