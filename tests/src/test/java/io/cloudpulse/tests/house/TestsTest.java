package io.cloudpulse.tests.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What our own tests keep to. */
@AnalyzeClasses(packages = "io.cloudpulse.tests")
class TestsTest {
  @ArchTest
  static final ArchRule testsAreOfJUnit5 =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.junit", "org.junit.rules", "org.junit.runner", "junit.framework");

  @ArchTest
  static final ArchRule testsWaitForConditionsAlone =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
