package com.rentwave.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.rentwave", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CHASSIS = "com.rentwave.service..";

    @ArchTest
    static final ArchRule theChassisKnowsNoService = noClasses()
            .that()
            .resideInAPackage(CHASSIS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.rentwave.vehicle..", "com.rentwave.rental..");

    @ArchTest
    static final ArchRule theStoreKnowsNothingOfTheWeb = noClasses()
            .that()
            .resideInAPackage("com.rentwave.service.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "tools.jackson..",
                    "com.rentwave.service.web",
                    "com.rentwave.service.session",
                    "com.rentwave.service.sync",
                    "com.rentwave.service.process");

    @ArchTest
    static final ArchRule theSessionKnowsNothingButTokens = noClasses()
            .that()
            .resideInAPackage("com.rentwave.service.session")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.rentwave.service",
                    "com.rentwave.service.web",
                    "com.rentwave.service.store");

    @ArchTest
    static final ArchRule nothingDependsOnTheSync = noClasses()
            .that()
            .resideInAPackage(CHASSIS)
            .and()
            .resideOutsideOfPackage("com.rentwave.service.sync")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rentwave.service.sync");

    @ArchTest
    static final ArchRule nothingDependsOnTheProcess = noClasses()
            .that()
            .resideInAPackage(CHASSIS)
            .and()
            .resideOutsideOfPackage("com.rentwave.service.process")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rentwave.service.process");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("com.rentwave.service.(*)..").should().beFreeOfCycles();
}
