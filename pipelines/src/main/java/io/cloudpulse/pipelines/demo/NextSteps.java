package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.local.RunningPostgres;

/**
 * What to type after the demo.
 *
 * @param home the flag that names the services' folder, after a space; empty for the usual one
 */
record NextSteps(DemoPage page, DemoRun example, String home) {
  void show(RunningPostgres server) {
    page.heading("The servers stay up. What to try next");
    step("which services run, and where", "./pulse status" + home);
    step("look around yourself", server.tryIt());
    step("what was refused, and why", "./pulse dead-letters list");
    step("the page again, without the visitors", "./pulse serve");
    step(
        "a token, to replay dead letters from the page",
        "./pulse token create --name=me --role=operator");
    step("what a run would do, before it does it", example.command().replace("run", "plan"));
    step(
        "your own data (docs/dataset-files.md)",
        "./pulse run --dataset=mine.yaml --source=files:mine.csv --sink=postgres");
    step("stop the servers; add --reset to delete its data", "./pulse down" + home);
  }

  private void step(String why, String command) {
    page.line(why);
    page.command(command);
  }
}
