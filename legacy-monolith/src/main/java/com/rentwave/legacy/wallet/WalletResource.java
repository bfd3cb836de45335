package com.rentwave.legacy.wallet;

import com.rentwave.legacy.idempotency.Answer;
import com.rentwave.legacy.idempotency.Scope;
import com.rentwave.legacy.idempotency.Write;
import com.rentwave.legacy.idempotency.Writes;
import com.rentwave.legacy.user.Callers;
import com.rentwave.legacy.wallet.Ledger.TopUp;
import com.rentwave.legacy.wallet.Wallets.Movement;
import com.rentwave.legacy.web.Bodies;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Fields;
import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Parameters;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The signed-in user's wallet. */
@Path("/wallet")
@ApplicationScoped
public class WalletResource {

    private static final String LATEST = "latest";
    private static final long MOST = 10_000_000;

    private final Wallets wallets;
    private final Ledger ledger;
    private final Writes writes;

    @Inject
    WalletResource(Wallets wallets, Ledger ledger, Writes writes) {
        this.wallets = wallets;
        this.ledger = ledger;
        this.writes = writes;
    }

    public WalletResource() {
        this(null, null, null);
    }

    @GET
    public Response balances(@Context HttpServletRequest request) {
        JsonText json = new JsonText().object().name("balances").array();
        for (Account account : wallets.of(Callers.required(request))) {
            json.object()
                    .field("currency", account.currency())
                    .field("amount", account.balance())
                    .end();
        }
        return new Answer(200, json.end().end().toString(), null, null)
                .response()
                .build();
    }

    @GET
    @Path("/transactions")
    public Response movements(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Parameters given = new Parameters(request.getQueryString());
        int limit = given.limit();
        Optional<String> currency = given.currency("currency");
        given.check();
        long before = given.text("cursor")
                .map(text -> Cursor.parse(text, LATEST).id())
                .orElse(Long.MAX_VALUE);
        List<Movement> found = wallets.movements(user, currency, before, limit + 1);
        List<Movement> page = found.subList(0, Math.min(found.size(), limit));
        JsonText json = new JsonText().object().name("items").array();
        page.forEach(movement -> write(json, movement));
        json.end()
                .field("nextCursor", found.size() > limit ? cursor(page.get(limit - 1)) : null)
                .end();
        return new Answer(200, json.toString(), null, null).response().build();
    }

    @POST
    @Path("/top-ups")
    public Response topUp(@Context HttpServletRequest request) {
        long user = Callers.required(request);
        Optional<String> key = Write.key(request);
        byte[] body = Bodies.json(request);
        Fields fields = Fields.of(body);
        Long amount = fields.wholeNumber("amount", 1, MOST);
        String currency = fields.currency("currency");
        fields.check();
        return writes.once(
                        Scope.LEGACY,
                        Write.of(request, user, key, body),
                        () -> answer(ledger.topUp(user, amount, currency)))
                .response()
                .build();
    }

    private static Answer answer(TopUp topUp) {
        JsonText json = new JsonText()
                .object()
                .field("id", topUp.transfer().id())
                .field("amount", topUp.amount())
                .field("currency", topUp.transfer().currency())
                .field("balance", topUp.balance())
                .field("createdAt", Times.text(topUp.transfer().createdAt()))
                .end();
        return new Answer(201, json.toString(), null, null);
    }

    private static void write(JsonText json, Movement movement) {
        Transfer transfer = movement.transfer();
        json.object()
                .field("id", transfer.id())
                .field("kind", transfer.kind().name())
                .field("amount", movement.entry().amount())
                .field("currency", transfer.currency())
                .name("rentalId")
                .raw(String.valueOf(transfer.rentalId()))
                .field("balance", movement.entry().balance())
                .field("createdAt", Times.text(transfer.createdAt()))
                .end();
    }

    private static String cursor(Movement last) {
        return new Cursor(LATEST, 0, last.transfer().id()).text();
    }
}
