package io.cloudpulse.tests.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.pipelines.command.RunCommand;
import io.cloudpulse.pipelines.command.VerifyCommand;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.tests.postgres.TestDatabase;
import io.cloudpulse.tests.verify.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A small dataset with a source of its own, and the commands that move and verify it. */
record Things(String name, Path folder) {
  /**
   * One record of each fate: the second is superseded, the fifth is bad, the sixth has JSON that
   * jsonb refuses.
   */
  private static final String RECORDS =
      """
      id,name,price,weight,seen_at,details
      1,Old,1.00,0.5,2024-01-01T00:00:00Z,"{""a"": 1}"
      1,Anvil,12.50,0.1,2024-01-02T00:00:00.123456Z,"{""b"": [1.0], ""a"": 1}"
      2,Bolt,0.10,,2024-01-01T00:00:00Z,
      3,Crate,7.00,-0.0,2024-01-01T00:00:00Z,null
      4,Drum,much,1,2024-01-01T00:00:00Z,
      5,Nul,1.00,1,2024-01-01T00:00:00Z,"{""a"": ""\\u0000""}"
      """;

  /** A dataset of its own for each test, so that no test sees another's table. */
  static Things in(Path folder, String test) throws IOException, SQLException {
    System.setProperty(RunnerProfile.FOLDER, Path.of("..", "runners-config").toString());
    String name = test.toLowerCase(java.util.Locale.ROOT);
    Files.writeString(
        folder.resolve("dataset.yaml"),
        """
        dataset: tests.%s
        description: Things, each with a version of its own.
        fields:
          id: {type: int64, required: true}
          name: {type: string}
          price: {type: "decimal(12,2)"}
          weight: {type: double}
          seen_at: {type: timestamp, required: true}
          details: {type: json}
        key: [id]
        version: seen_at
        """
            .formatted(name));
    Files.write(folder.resolve("things.csv"), RECORDS.getBytes(UTF_8));
    TestDatabase.execute("drop table if exists tests." + name);
    return new Things(name, folder);
  }

  String counted(int matching, int missing, int extra, int different) {
    return """
        dataset        tests.%s from files:%s/things.csv
        sink           %s
        read           6
        refused        1 while reading
                       1 by the sink
        matching       %d
        missing        %d
        extra          %d
        different      %d
        time           T
        """
        .formatted(name, folder, sink(), matching, missing, extra, different);
  }

  void move(String... more) {
    Ended run = Commands.run(new RunCommand(), flags("--maxRefused=1", more));
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  Ended verify(String... more) {
    return Commands.run(new VerifyCommand(), flags("--runner=direct", more));
  }

  /** The usual flags; one that is given again has the new value. */
  private String[] flags(String first, String... more) {
    List<String> flags = new ArrayList<>();
    flags.add(first);
    flags.addAll(List.of(more));
    for (String usual :
        List.of(
            "--dataset=" + folder.resolve("dataset.yaml"),
            "--source=files:" + folder.resolve("things.csv"),
            "--sink=" + sink(),
            "--runner=direct")) {
      String flag = usual.substring(0, usual.indexOf('=') + 1);
      if (flags.stream().noneMatch(given -> given.startsWith(flag))) {
        flags.add(usual);
      }
    }
    return flags.toArray(new String[0]);
  }

  void change(String sql) throws SQLException {
    TestDatabase.execute(sql.formatted(name));
  }

  static String sink() {
    return TestDatabase.address().toString();
  }
}
