package io.cloudpulse.pipelines.demo;

import io.cloudpulse.pipelines.demo.made.Trade;
import io.cloudpulse.pipelines.local.RunningPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A table of products that takes none that is dear, until somebody mends it. */
record NarrowedTable(RunningPostgres server) {
  static final String DATASET = "northwind.products";

  private static final int DEAREST = DemoDataset.DEAR + 3;
  private static final int PRICE_COLUMN = 5;
  private static final String MEND =
      "alter table northwind.products drop constraint if exists cheap_alone";

  /** New prices of the products, some of them dear. */
  static Path file(Path folder) {
    return folder.resolve(DATASET + ".new-prices.csv");
  }

  /** Writes the file, every record of it good; returns how many are dear. */
  static long write(Path folder) throws IOException {
    var products = Trade.products(DemoDataset.SEED + 1, DEAREST);
    List<String> lines = products.good();
    String text = products.header() + "\n" + String.join("\n", lines) + "\n";
    Files.writeString(file(folder), text, StandardCharsets.UTF_8);
    return lines.stream().filter(NarrowedTable::isDear).count();
  }

  private static boolean isDear(String line) {
    return Double.parseDouble(line.split(",")[PRICE_COLUMN]) >= DemoDataset.DEAR;
  }

  /** Rows that are in it already may stay: those of an earlier demo, replayed. */
  void narrow() throws SQLException {
    execute(MEND);
    execute(
        "alter table northwind.products add constraint cheap_alone check (unit_price < %d) not valid"
            .formatted(DemoDataset.DEAR));
  }

  void mend() throws SQLException {
    execute(MEND);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
    }
  }
}
