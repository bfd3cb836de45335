package com.rentwave.legacy.wallet;

import com.rentwave.legacy.wallet.RemoteRentals.Reserved;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.Ids;
import com.rentwave.legacy.web.InternalServlet;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wallets, for the service that rents, {@code /internal/wallet}: {@code POST reservations}, {@code POST
 * reservations/{id}/confirm}, {@code POST reservations/{id}/release}, {@code POST refunds}, {@code POST late-fees}.
 */
@WebServlet("/internal/wallet/*")
public class WalletServlet extends InternalServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_KEY = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern RESERVATION = Pattern.compile("/reservations/(" + ID + ")/(confirm|release)");

    private final transient RemoteRentals rentals;

    @Inject
    WalletServlet(RemoteRentals rentals) {
        this.rentals = rentals;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Matcher reservation = RESERVATION.matcher(path);
        if (reservation.matches()) {
            end(UUID.fromString(reservation.group(1)), reservation.group(2), response);
            return;
        }
        switch (path) {
            case "/reservations" -> reserve(request, response);
            case "/refunds" -> refund(request, response);
            case "/late-fees" -> chargeLateDay(request, response);
            default -> throw Refusal.noSuchAddress();
        }
    }

    private void end(UUID id, String how, HttpServletResponse response) throws IOException {
        if (how.equals("confirm")) {
            rentals.confirm(id);
            answer(response, "id", id.toString(), OrderState.BOOKED);
        } else {
            rentals.release(id);
            answer(response, "id", id.toString(), OrderState.RELEASED);
        }
    }

    private void reserve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Fields fields = Fields.of(Bodies.json(request));
        UUID id = id(fields);
        Charge charge = charge(fields);
        Reserved reserved = rentals.reserve(id, charge);
        response.setStatus(reserved.isNew() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
        answer(response, "id", id.toString(), reserved.state());
    }

    private void refund(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Fields fields = Fields.of(Bodies.json(request));
        UUID id = id(fields);
        rentals.refund(id, charge(fields));
        answer(response, "id", id.toString(), OrderState.BOOKED);
    }

    private void chargeLateDay(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Fields fields = Fields.of(Bodies.json(request));
        String key = fields.text("key", 1, LONGEST_KEY);
        rentals.chargeLateDay(key, charge(fields));
        answer(response, "key", key, OrderState.BOOKED);
    }

    private static UUID id(Fields fields) {
        return fields.parsed(
                "id",
                text -> ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty(),
                "must be a UUID");
    }

    /** The rest of the body; after it the body is checked. */
    private static Charge charge(Fields fields) {
        Long rentalId = fields.wholeNumber("rentalId", 1, Ids.LARGEST);
        Long renterId = fields.wholeNumber("renterId", 1, Ids.LARGEST);
        Long ownerId = fields.wholeNumber("ownerId", 1, Ids.LARGEST);
        Long amount = fields.wholeNumber("amount", 0, Ids.LARGEST);
        String currency = fields.currency("currency");
        fields.check();
        return new Charge(rentalId, renterId, ownerId, amount, currency);
    }

    private static void answer(HttpServletResponse response, String name, String key, OrderState state)
            throws IOException {
        json(
                response,
                new JsonText()
                        .object()
                        .field(name, key)
                        .field("state", state.name())
                        .end());
    }
}
