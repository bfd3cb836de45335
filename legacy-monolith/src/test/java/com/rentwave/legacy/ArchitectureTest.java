package com.rentwave.legacy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "com.rentwave.legacy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("com.rentwave.legacy.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatIsSharedKnowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage("..legacy.web..", "..legacy.idempotency..", "..legacy.outbox..", "..legacy.offer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..legacy.user..",
                    "..legacy.wallet..",
                    "..legacy.vehicle..",
                    "..legacy.book..",
                    "..legacy.room..",
                    "..legacy.search..",
                    "..legacy.clock..",
                    "..legacy.rental..");

    @ArchTest
    static final ArchRule vehiclesKnowNeitherMoneyNorRentals = classes()
            .that()
            .resideInAnyPackage("..legacy.wallet..", "..legacy.rental..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideOutsideOfPackage("..legacy.vehicle..");

    /** So that it can be deleted once it is retired. */
    @ArchTest
    static final ArchRule nothingDependsOnVehicles = noClasses()
            .that()
            .resideOutsideOfPackage("..legacy.vehicle..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..legacy.vehicle..");

    /** What stays when features are retired knows none of them. */
    @ArchTest
    static final ArchRule whatOutlivesAFeatureKnowsNone = noClasses()
            .that()
            .resideInAnyPackage("..legacy.copy..", "..legacy.retirement..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.rentwave.legacy..")
                    .and(not(resideInAnyPackage(
                            "..legacy.copy..", "..legacy.retirement..", "..legacy.offer..", "..legacy.web.."))));

    /** So that rentals can move to a service that knows things on offer by a copy. */
    @ArchTest
    static final ArchRule rentalsSeeOnlyOffersOfThings = noClasses()
            .that()
            .resideInAPackage("..legacy.rental..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("..legacy.copy..", "..legacy.book..", "..legacy.room..")
                    .and(not(simpleNameEndingWith("Offers"))));

    /** So that rentals can move to a service that asks for money from afar. */
    @ArchTest
    static final ArchRule rentalsSeeOnlyTheLedgerOfMoney = noClasses()
            .that()
            .resideInAPackage("..legacy.rental..")
            .should()
            .dependOnClassesThat(resideInAPackage("..legacy.wallet..")
                    .and(not(simpleName("Ledger")))
                    .and(not(simpleName("Charge"))));

    @ArchTest
    static final ArchRule onlyRentalsReadTheBusinessClock = noClasses()
            .that()
            .resideOutsideOfPackages("..legacy.rental..", "..legacy.clock..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..legacy.clock..");

    @ArchTest
    static final ArchRule entitiesKnowNoHttp = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.json..");

    /** An answer and its position are made after COMMIT. */
    @ArchTest
    static final ArchRule resourcesHaveNoTransaction = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Transactional.class);

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nobodyAsksTheSystemClock = noClasses()
            .that()
            .doNotHaveSimpleName("Resources")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");
}
