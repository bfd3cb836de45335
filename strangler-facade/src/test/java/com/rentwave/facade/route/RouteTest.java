package com.rentwave.facade.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rentwave.sync.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    private static Route in(Phase phase) {
        return new Route("vehicles", phase, 2_500, Owner.LEGACY, 3, 9);
    }

    @ParameterizedTest
    @CsvSource({
        "LEGACY, LEGACY, LEGACY",
        "SYNCED, LEGACY, LEGACY",
        "SHADOW, LEGACY, LEGACY",
        "CANARY, SERVICE, LEGACY",
        "READS, SERVICE, SERVICE",
        "OWNED, SERVICE, SERVICE",
        "RETIRED, SERVICE, SERVICE"
    })
    void readsWhereThePhaseSays(Phase phase, Side insideTheShare, Side outsideTheShare) {
        assertThat(in(phase).readSide(2_499)).isEqualTo(insideTheShare);
        assertThat(in(phase).readSide(2_500)).isEqualTo(outsideTheShare);
    }

    @Test
    void raisesTheVersionByOneWithEveryChange() {
        assertThat(in(Phase.SYNCED).inPhase(Phase.READS, 0))
                .isEqualTo(new Route("vehicles", Phase.READS, 0, Owner.LEGACY, 3, 10));
        assertThat(in(Phase.READS).ownedBy(Owner.SERVICE, 4, Phase.OWNED))
                .isEqualTo(new Route("vehicles", Phase.OWNED, 0, Owner.SERVICE, 4, 10));
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> in(Phase.CANARY).inPhase(Phase.CANARY, 10_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsOwnersByTheirWords() {
        for (Owner owner : Owner.values()) {
            assertThat(Owner.of(owner.word())).isEqualTo(owner);
        }
        assertThat(Owner.NOBODY.side()).isEmpty();
        assertThat(Owner.SERVICE.is(Side.SERVICE)).isTrue();
        assertThat(Owner.NOBODY.is(Side.LEGACY)).isFalse();
    }
}
