package com.rentwave.rental;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.rentwave.rental", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("com.rentwave.rental")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "jakarta..",
                    "java.sql..",
                    "tools.jackson..",
                    "com.rentwave.sync..",
                    "com.rentwave.service..",
                    "com.rentwave.rental.*..");

    @ArchTest
    static final ArchRule theStoreKnowsNothingOfTheWebAndOfOthers = noClasses()
            .that()
            .resideInAPackage("com.rentwave.rental.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "tools.jackson..",
                    "com.rentwave.service.web",
                    "com.rentwave.service.session",
                    "com.rentwave.rental.web",
                    "com.rentwave.rental.saga",
                    "com.rentwave.rental.peer");

    /** Whoever owns rentals: what a saga has to do follows from its own row. */
    @ArchTest
    static final ArchRule aSagaIsResumedWithoutLookingAtRentals = noClasses()
            .that()
            .resideInAPackage("com.rentwave.rental.saga")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rentwave.rental.store", "com.rentwave.service.store", "com.rentwave.rental.web");

    @ArchTest
    static final ArchRule nothingDependsOnTheApplication = noClasses()
            .that()
            .resideOutsideOfPackage("com.rentwave.rental.application")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rentwave.rental.application");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("com.rentwave.rental.(*)..").should().beFreeOfCycles();
}
