package com.rentwave.vehicle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.rentwave.vehicle", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDomainKnowsNoFrameworkButJpa = noClasses()
            .that()
            .resideInAPackage("com.rentwave.vehicle")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "org.apache.kafka..",
                    "jakarta.servlet..",
                    "com.rentwave.sync..",
                    "com.rentwave.service..",
                    "com.rentwave.vehicle.*..");

    @ArchTest
    static final ArchRule theStoreKnowsNothingOfTheWeb = noClasses()
            .that()
            .resideInAPackage("com.rentwave.vehicle.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "tools.jackson..",
                    "com.rentwave.service.web",
                    "com.rentwave.service.session",
                    "com.rentwave.vehicle.web",
                    "com.rentwave.vehicle.application");

    @ArchTest
    static final ArchRule nothingDependsOnTheApplication = noClasses()
            .that()
            .resideOutsideOfPackage("com.rentwave.vehicle.application")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rentwave.vehicle.application");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("com.rentwave.vehicle.(*)..").should().beFreeOfCycles();
}
