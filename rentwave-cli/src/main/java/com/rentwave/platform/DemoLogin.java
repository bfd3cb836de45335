package com.rentwave.platform;

/**
 * Somebody to look around as: a user with money in the wallet.
 *
 * @param passwordSha256 what the API wants instead of the password, lower-case hex
 */
public record DemoLogin(String email, String password, String passwordSha256) {

    @Override
    public String toString() {
        return email;
    }
}
