package io.cloudpulse.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudpulse.pipelines.flags.RunnerProfile;
import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.file.DatasetFile;
import io.cloudpulse.transforms.decode.DecodeStages;
import io.cloudpulse.transforms.files.ReadStages;
import io.cloudpulse.transforms.postgres.PostgresAddress;
import io.cloudpulse.transforms.postgres.StoreStages;
import java.nio.file.Path;
import java.util.List;

/**
 * What each stage of a move costs: every stage does all that the one before does, and something
 * more. Prints a line of JSON for each. {@code StageBench DATASET CLEAN DIRTY SMALL DATABASE
 * OPTIONS PASSES}; {@code DATASET} without its rules lies beside it as {@code -unchecked}.
 */
final class StageBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StageClock clock;
  private final Dataset dataset;
  private final Dataset unchecked;
  private final String[] files;
  private final PostgresAddress database;
  private final List<String> options;

  private StageBench(String[] args) throws Exception {
    int passes = Integer.parseInt(args[6]);
    clock = new StageClock(passes / 2 + 1, passes);
    dataset = DatasetFile.read(Path.of(args[0]));
    unchecked = DatasetFile.read(Path.of(args[0].replace(".yaml", "-unchecked.yaml")));
    files = new String[] {args[1], args[2], args[3]};
    database = PostgresAddress.parse(args[4]);
    System.setProperty(RunnerProfile.FOLDER, args[5]);
    RunnerProfile flink = RunnerProfile.named("flink");
    options = List.of(flink.forBeam(flink.options()));
  }

  public static void main(String[] args) throws Exception {
    StageBench bench = new StageBench(args);
    bench.read();
    bench.flink();
    bench.store();
    bench.refuse();
    System.exit(0); // Flink leaves threads behind.
  }

  private void read() throws Exception {
    Path file = Path.of(files[0]);
    time("lines", DecodeStages.lines(file));
    time("decode", DecodeStages.decode(dataset, file));
    time("split", DecodeStages.split(dataset, file));
    time("type", DecodeStages.read(unchecked, file));
    time("validate", DecodeStages.read(dataset, file));
    time("version", ReadStages.of(dataset, files[0]).into(record -> {}));
  }

  private void flink() throws Exception {
    time("flink", FlinkStage.of(dataset, files[0], options));
    time("flink small", FlinkStage.of(dataset, files[2], options));
  }

  private void store() throws Exception {
    ReadStages reading = ReadStages.of(dataset, files[0]);
    StoreStages storing = StoreStages.of(dataset, database);
    time("batch", reading.into(storing::newest));
    time("encode", reading.into(storing::encode));
    time("upsert", storing.fresh(reading.into(storing::upsert)));
    time("count", storing.fresh(reading.into(storing::store)));
  }

  private void refuse() throws Exception {
    ReadStages dirty = ReadStages.of(dataset, files[1]);
    StoreStages storing = StoreStages.of(dataset, database);
    time("dirty", dirty.into(record -> {}));
    time("keep", storing.fresh(dirty.refusedInto(storing.keep())));
  }

  private void time(String name, Stage stage) throws Exception {
    print(JSON.writeValueAsString(clock.time(name, stage)));
  }

  private static void print(String line) throws JsonProcessingException {
    System.out.println(line);
  }
}
