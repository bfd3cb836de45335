package com.rentwave.legacy.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.offer.OfferQuery;
import com.rentwave.legacy.web.Cursor;
import com.rentwave.legacy.web.Parameters;
import org.junit.jupiter.api.Test;

class VehicleQueryTest {

    @Test
    void asksForEverythingNewestFirst() {
        assertThat(VehicleQuery.read(new Parameters(null)).sql())
                .isEqualTo("SELECT * FROM t_veh ORDER BY crt_ts DESC, veh_id DESC LIMIT 21");
    }

    @Test
    void passesEveryValueAsAParameter() {
        OfferQuery query = VehicleQuery.read(new Parameters("q=a%25_%5C%20b'&fuel=ELECTRIC&fuel=x&attribute=k:v:w"));

        assertThat(query.sql())
                .contains("(mk_nm || ' ' || mdl_nm) ILIKE ? AND (mk_nm || ' ' || mdl_nm) ILIKE ? AND fuel_cd = ?")
                .doesNotContain("%", "b'");
        assertThat(query.values()).containsExactly("%a\\%\\_\\\\%", "%b'%", "EL", "k=v:w");
    }

    @Test
    void goesOnBehindTheCursor() {
        OfferQuery query =
                VehicleQuery.read(new Parameters("sort=-price&limit=5&cursor=" + new Cursor("-price", 700, 9).text()));

        assertThat(query.sql())
                .isEqualTo(
                        "SELECT * FROM t_veh WHERE (day_prc_am, veh_id) < (?, ?) ORDER BY day_prc_am DESC, veh_id DESC LIMIT 6");
        assertThat(query.values()).containsExactly(700L, 9L);
    }

    @Test
    void findsNothingForWhatNoTextCanHold() {
        assertThat(VehicleQuery.read(new Parameters("q=%00")).sql()).contains("WHERE FALSE");
    }
}
