package io.cloudpulse.tests.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the house may know of which. Nobody has to remember it. */
@AnalyzeClasses(
    packages = {"io.cloudpulse.schemas", "io.cloudpulse.transforms", "io.cloudpulse.pipelines"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule schemasKnowNoOtherPart =
      noClasses()
          .that()
          .resideInAPackage("io.cloudpulse.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.cloudpulse.transforms..", "io.cloudpulse.pipelines..");

  @ArchTest
  static final ArchRule transformsKnowNoPipeline =
      noClasses()
          .that()
          .resideInAPackage("io.cloudpulse.transforms..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.cloudpulse.pipelines..");

  @ArchTest
  static final ArchRule nothingKnowsTheTests =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.cloudpulse.tests..");

  @ArchTest
  static final ArchRule nothingKnowsARunner =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam.runners..", "org.apache.flink..", "org.apache.spark..");

  @ArchTest
  static final ArchRule packagesOfSchemasFormNoCircle =
      slices().matching("io.cloudpulse.schemas.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfTransformsFormNoCircle =
      slices().matching("io.cloudpulse.transforms.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfPipelinesFormNoCircle =
      slices().matching("io.cloudpulse.pipelines.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule flagsStayInTheirPackageAndInCommands =
      noClasses()
          .that()
          .resideInAnyPackage("io.cloudpulse.transforms..", "io.cloudpulse.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule nobodyLogsByJavasOwnLogging =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule nobodyPrintsButCommands =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.cloudpulse.pipelines.command..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule nobodyKnowsJUnit =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.junit..", "junit..");
}
