package com.rentwave.facade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

@AnalyzeClasses(packages = "com.rentwave.facade", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theRoutesDependOnNothingOfTheFacadeButWhichApisMove = noClasses()
            .that()
            .resideInAPackage("com.rentwave.facade.route")
            .should()
            .dependOnClassesThat(inTheFacadeOutside("route", "api"));

    @ArchTest
    static final ArchRule theSessionDependsOnNothingOfTheFacade = noClasses()
            .that()
            .resideInAPackage("com.rentwave.facade.session")
            .should()
            .dependOnClassesThat(inTheFacadeOutside("session"));

    @ArchTest
    static final ArchRule theWayOfARequestKnowsNothingOfMoves = noClasses()
            .that()
            .resideInAnyPackage("com.rentwave.facade.gateway", "com.rentwave.facade.hold")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.rentwave.facade.cutover..", "com.rentwave.facade.gate..", "com.rentwave.facade.console..");

    @ArchTest
    static final ArchRule nothingBlocksOnTheWayOfARequest = noClasses()
            .that()
            .resideInAPackage("com.rentwave.facade.gateway")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "java.net.http..");

    @ArchTest
    static final ArchRule nothingKnowsTheGateway = noClasses()
            .that()
            .resideOutsideOfPackage("com.rentwave.facade.gateway")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rentwave.facade.gateway");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("com.rentwave.facade.(**)").should().beFreeOfCycles();

    private static DescribedPredicate<JavaClass> inTheFacadeOutside(String... own) {
        return JavaClass.Predicates.resideInAPackage("com.rentwave.facade..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(Arrays.stream(own)
                        .map(name -> "com.rentwave.facade." + name)
                        .toArray(String[]::new))));
    }
}
