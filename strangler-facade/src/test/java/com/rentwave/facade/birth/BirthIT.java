package com.rentwave.facade.birth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rentwave.facade.api.MovingApis;
import com.rentwave.facade.cutover.Coordinator;
import com.rentwave.facade.cutover.StandInStream;
import com.rentwave.facade.cutover.TwoSides;
import com.rentwave.facade.ownership.Barriers;
import com.rentwave.facade.ownership.OwnershipTables;
import com.rentwave.facade.route.Owner;
import com.rentwave.facade.route.Phase;
import com.rentwave.facade.route.RouteStore;
import com.rentwave.facade.route.RouteTables;
import com.rentwave.facade.stream.Streams;
import com.rentwave.sync.Side;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An API that the monolith of a new installation does not have begins at its service, and every other one as ever. */
class BirthIT {

    private static final String API = TwoSides.API;

    private Coordinator coordinator;
    private TwoSides sides;
    private StandInStream forward;
    private StandInStream reverse;
    private Birth birth;

    @BeforeEach
    void install() {
        coordinator = new Coordinator();
        sides = coordinator.sides;
        forward = new StandInStream(sides, Side.LEGACY);
        reverse = new StandInStream(sides, Side.SERVICE);
        birth = new Birth(
                coordinator.bean(RouteStore.class),
                coordinator.bean(RouteTables.class),
                coordinator.bean(OwnershipTables.class),
                coordinator.bean(Barriers.class),
                coordinator.bean(Streams.class));
    }

    @AfterEach
    void stop() throws InterruptedException {
        forward.close();
        reverse.close();
        coordinator.close();
    }

    /** As the migration does that a monolith without the component comes with. */
    private void retire() {
        JdbcTemplate monolith = new JdbcTemplate(sides.owner(Side.LEGACY));
        monolith.update("UPDATE sync.ownership SET owner = 'nobody', epoch = 1");
        monolith.update("UPDATE sync.ownership SET owner = 'retired'");
    }

    private void assertBorn() {
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("retired 1");
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("service 1");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.RETIRED);
        assertThat(coordinator.route().owner()).isEqualTo(Owner.SERVICE);
        assertThat(coordinator.route().epoch()).isEqualTo(1);
    }

    private void assertUntouched() {
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("nobody 0");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.LEGACY);
        assertThat(coordinator.route().version()).isZero();
    }

    @Test
    void beginsAtItsServiceWhereTheMonolithIsRetiredFromIt() throws Exception {
        retire();

        boolean settled = birth.look(API);
        sides.write(Side.SERVICE, 2, "first");

        assertThat(settled).isTrue();
        assertBorn();
        assertThat(coordinator.streams.armed).isTrue();
        await("the monolith's copy is fed").until(() -> sides.rows(Side.LEGACY).equals("2=first"));
    }

    @Test
    void beginsAtTheMonolithWhereThatOwnsIt() throws Exception {
        assertThat(birth.look(API)).isFalse();

        assertUntouched();
        assertThat(sides.ownership(Side.LEGACY)).isEqualTo("legacy 0");
        assertThat(coordinator.streams.armed).isFalse();
    }

    @Test
    void waitsForChangeDataCaptureBeforeAnybodyMayWrite() throws Exception {
        retire();
        coordinator.streams.silent = true;

        assertThatThrownBy(() -> birth.look(API)).isInstanceOf(IOException.class);
        assertUntouched();

        coordinator.streams.silent = false;
        assertThat(birth.look(API)).isTrue();
        assertBorn();
    }

    @Test
    void goesOnWhereSomebodyDiedBeforeTheRoute() throws Exception {
        retire();
        coordinator.bean(OwnershipTables.class).switchTo(Side.SERVICE, API, 1);

        assertThat(birth.look(API)).isTrue();

        assertBorn();
        long version = coordinator.route().version();
        assertThat(birth.look(API)).as("once more").isTrue();
        assertThat(coordinator.route().version()).isEqualTo(version);
    }

    @Test
    void changesNoRouteThatHasMovedBefore() throws Exception {
        retire();
        new JdbcTemplate(sides.migration()).update("UPDATE route SET version = 1 WHERE api = 'vehicles'");

        assertThat(birth.look(API)).isTrue();

        assertThat(coordinator.route().phase()).isEqualTo(Phase.LEGACY);
        assertThat(sides.ownership(Side.SERVICE)).isEqualTo("nobody 0");
    }

    @Test
    void givesNothingAwayUnderAnEpochThatIsOver() {
        retire();
        new JdbcTemplate(sides.superuser(Side.SERVICE)).update("UPDATE sync.ownership SET owner = 'nobody', epoch = 5");

        assertThatThrownBy(() -> birth.look(API))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its service's says nobody at epoch 5");
        assertThat(coordinator.route().phase()).isEqualTo(Phase.LEGACY);
    }

    @Test
    void isLookedAtEverMoreRarelyWhileTheMonolithOwnsIt() throws Exception {
        BirthWatch watch = new BirthWatch(birth, coordinator.bean(MovingApis.class));

        Duration first = watch.look();
        Duration second = watch.look();
        Duration last = second;
        for (int i = 0; i < 10; i++) {
            last = watch.look();
        }

        assertThat(second).isGreaterThan(first);
        assertThat(last).isGreaterThan(second).isLessThan(Duration.ofMinutes(1));
        assertUntouched();
    }

    @Test
    void isLookedAtSoonAgainWhileItCannotBeSaidWhoOwnsIt() throws Exception {
        BirthWatch watch = new BirthWatch(birth, coordinator.bean(MovingApis.class));
        watch.look();
        watch.look();
        retire();
        coordinator.streams.silent = true;

        assertThat(watch.look()).isEqualTo(Duration.ofSeconds(1));
        assertThat(watch.look()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void isNotLookedAtAnyMoreOnceItHasItsOwner() {
        retire();
        BirthWatch watch = new BirthWatch(birth, coordinator.bean(MovingApis.class));

        watch.start();

        await("nobody looks any more").until(() -> !watch.isRunning());
        assertBorn();
    }
}
